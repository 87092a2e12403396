import { NotFoundPage } from "@/components/about/not-found-page";

export default NotFoundPage;

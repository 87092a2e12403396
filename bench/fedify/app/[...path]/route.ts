import { federation } from "../../federation";

const answer = (request: Request) => federation.fetch(request, { contextData: undefined });

export const GET = answer;
export const POST = answer;

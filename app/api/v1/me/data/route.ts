import { archive } from '@/app/_door/archive'
import { route } from '@/app/_door/route'
import { myData } from '@/server/takeout/my-data'

export const GET = route('GET /me/data', async (actor, _, { signal }) => archive('my-data.zip', myData(actor), signal))

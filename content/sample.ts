/**
 * The sample document, in Markdown: a short contested briefing that is at odds with itself, shifts its words, and holds a
 * prediction and a norm. Something to argue about on the first day.
 */
export const SAMPLE = `# Washington and Moscow Find Common Ground on Rare Earths

By the first week of August 2025, nobody had announced an agreement on rare earths between the United States and Russia. What exists is a minerals accord between Washington and Kyiv, and a set of difficult talks between Washington and Beijing about magnets made of rare earths.

The accord with Ukraine is meant to open the country's large deposits and so to loosen China's hold on the market. Fighting stands in the way: Russian forces hold ground that is rich in minerals, and mines, railways and power lines have been damaged.

China tightened its export rules earlier in the year, and magnet supplies became unsteady. Negotiators on both sides now want to calm that trade. The war matters here as well: roughly two fifths of Ukraine's mineral wealth, and the greater part of its rare earths, lie in areas that Russia occupies or disputes.

As for Russia itself, the main development is a petition. Sibanye-Stillwater, a mining company from South Africa, asks Washington for tariffs on Russian palladium, which it says has been sold too cheaply since the invasion of 2022. The petition shows that the two economies are drifting apart in critical minerals, not together.

The rivalry between America and China includes a possible arrangement with Russia over rare earths. Moscow has let it be known that it is ready for one. Kirill Dmitriev, who heads the Russian Direct Investment Fund, raised the matter on his visit to the United States.

The economist Vasily Kolotashov sees two different plans. American firms want nothing but cash from any arrangement, he says, whereas Russia would let them invest in mines on its soil and take part of what is produced. Moscow's first proposal asks for no American technology.

Analysts expect that the United States and Russia will sign a minerals agreement before the end of 2026. Whatever is signed, Western governments should not buy minerals from occupied land.

To sum up, there is no confirmed agreement between Washington and Moscow. The United States works with Ukraine while a war goes on, and negotiates with China to keep supplies steady.

- The rivalry between America and China looks like a possible arrangement with Russia over rare earths, which Kirill Dmitriev discussed in the United States.
- Moscow says that it is ready, yet its first proposal leaves American technology out, because Russia wants an economy that depends on nobody.
`

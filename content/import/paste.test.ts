import { expect, test } from 'vitest'
import { sketch } from '../sketch.cases'
import { convertFile } from './convert'

/** What Word puts on the clipboard, shortened: conditional comments, styles, lists as paragraphs. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset=utf-8><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:12.0pt;} @list l0:level1 {mso-level-text:"%1.";} --></style></head>
<body lang=EN-GB><!--StartFragment-->
<h1><span lang=EN-GB>Minerals<o:p></o:p></span></h1>
<p class=MsoNormal><b><span style='mso-fareast-language:EN-GB'>The accord</span></b> was
<i style='mso-bidi-font-style:normal'>signed</i><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference><span style='font-size:12.0pt'>[1]</span></span><![endif]></span></span></a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>graphite<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>of two grades<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>lithium<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span><![endif]>third</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span><![endif]>fourth</p>
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=100 valign=top><p class=MsoNormal>a<o:p></o:p></p></td><td><p class=MsoNormal>b<o:p></o:p></p></td></tr></table>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Says the ministry.<o:p></o:p></p></div></div>
<!--EndFragment--></body></html>`

test('what is copied from Word keeps its structure, its lists and its notes', async () => {
  const { json } = await convertFile({ bytes: Buffer.from(WORD), fileName: 'a.html', most: 1e6 })
  expect(sketch(json)).toBe(
    [
      'h1(Minerals)',
      'p(*The accord* was _signed_[1].)',
      'ul(li(p(graphite) ul(li(p(of two grades)))) li(p(lithium)))',
      'ol(li(p(third)) li(p(fourth)))',
      'table(tr(td(p(a)) td(p(b))))',
      '---',
      'p([1] Says the ministry.)',
    ].join(' '),
  )
})

"""Makes han-boxes.ttf: 64 patterns of six bars, which the Han characters take in turn (fontTools; han_boxes.py OUT)."""
import sys
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
UPM=1000
def bars(bits):
    pen=TTGlyphPen(None)
    def rect(x0,y0,x1,y1):
        pen.moveTo((x0,y0)); pen.lineTo((x0,y1)); pen.lineTo((x1,y1)); pen.lineTo((x1,y0)); pen.closePath()
    rect(80,-80,920,-20)
    for b in range(6):
        if bits>>b&1: rect(80+b*145,60,80+b*145+100,800)
    return pen.glyph()
names=['.notdef']+['bars%d'%i for i in range(64)]
glyphs={'.notdef':bars(0)}
glyphs.update({'bars%d'%i:bars(i) for i in range(64)})
cmap={}
for lo,hi in [(0x2c7,0x2c7),(0x2c9,0x2c9),(0x3000,0x303f),(0x4e00,0x9fff),(0xff00,0xffef)]:
    for c in range(lo,hi+1): cmap[c]='bars%d'%(c%64)
fb=FontBuilder(UPM,isTTF=True)
fb.setupGlyphOrder(names); fb.setupCharacterMap(cmap); fb.setupGlyf(glyphs)
fb.setupHorizontalMetrics({n:(1000,80) for n in names})
fb.setupHorizontalHeader(ascent=880,descent=-120)
fb.setupOS2(sTypoAscender=880,sTypoDescender=-120,usWinAscent=880,usWinDescent=120,ulCodePageRange1=1<<18)
fb.setupNameTable(dict(familyName='Interleave Han Boxes',styleName='Regular',uniqueFontIdentifier='interleave-han-boxes',fullName='Interleave Han Boxes',psName='InterleaveHanBoxes-Regular',version='1',copyright='Interleave, Apache-2.0'))
fb.setupPost()
fb.font['head'].created=fb.font['head'].modified=3800000000
fb.font.recalcTimestamp=False
fb.save(sys.argv[1])

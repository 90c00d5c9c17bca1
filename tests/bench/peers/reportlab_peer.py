# SPDX-License-Identifier: MIT
# The same pages by ReportLab, from an exported list of drawing commands (handout --drawing).
#   reportlab_peer.py DRAWING.json OUT.pdf     prints the milliseconds of drawing, once fonts and commands were read,
#                                              and to stderr those of reading the commands
# Page compression is on and the font is embedded as a subset, as its user guide tells for small files.
import io, json, sys, time
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas


def read(name):
    with open(name, encoding='utf-8') as file:
        drawing = json.load(file)
    for page in drawing['pages']:
        for command in page['commands']:
            if command[0] in ('fill', 'stroke', 'clip'):
                command[1] = steps(command[1], page['height'])
    return drawing


def steps(text, height):
    words, out, i = text.split(), [], 0
    while i < len(words):
        verb, i = words[i], i + 1
        count = {'m': 2, 'l': 2, 'c': 6, 'h': 0}[verb]
        numbers = [float(w) for w in words[i:i + count]]
        i += count
        out.append((verb, [n if k % 2 == 0 else height - n for k, n in enumerate(numbers)]))
    return out


def path_of(page, pieces):
    path = page.beginPath()
    for verb, n in pieces:
        if verb == 'm':
            path.moveTo(*n)
        elif verb == 'l':
            path.lineTo(*n)
        elif verb == 'c':
            path.curveTo(*n)
        else:
            path.close()
    return path


def draw(drawing):
    out = io.BytesIO()
    pdf = canvas.Canvas(out, pageCompression=1)
    for page in drawing['pages']:
        height = page['height']
        pdf.setPageSize((page['width'], height))
        for command in page['commands']:
            what = command[0]
            if what == 'text':
                _, x, y, size, font, colour, word = command
                pdf.setFillColorRGB(*(c / 255 for c in colour))
                pdf.setFont(font, size)
                pdf.drawString(x, height - y, word)
            elif what == 'fill':
                _, pieces, colour, even_odd = command
                pdf.setFillColorRGB(*(c / 255 for c in colour))
                pdf.drawPath(path_of(pdf, pieces), stroke=0, fill=1, fillMode=0 if even_odd else 1)
            elif what == 'stroke':
                _, pieces, colour, width, cap, join, dash = command
                pdf.setStrokeColorRGB(*(c / 255 for c in colour))
                pdf.setLineWidth(width)
                pdf.setLineCap(cap)
                pdf.setLineJoin(join)
                pdf.setDash(dash)
                pdf.drawPath(path_of(pdf, pieces), stroke=1, fill=0)
            elif what == 'save':
                pdf.saveState()
            elif what == 'restore':
                pdf.restoreState()
            elif what == 'clip':
                pdf.clipPath(path_of(pdf, command[1]), stroke=0, fill=0)
        pdf.showPage()
    pdf.save()
    return out.getvalue()


def main():
    begin = time.perf_counter()
    drawing = read(sys.argv[1])
    print((time.perf_counter() - begin) * 1000, file=sys.stderr)
    for name, file in drawing['fonts'].items():
        pdfmetrics.registerFont(TTFont(name, file))
    begin = time.perf_counter()
    pdf = draw(drawing)
    print((time.perf_counter() - begin) * 1000)
    with open(sys.argv[2], 'wb') as file:
        file.write(pdf)


main()

# SPDX-License-Identifier: MIT
# The same pages for programs that print HTML (WeasyPrint, Chromium), from an exported list of drawing commands
# (handout --drawing): one SVG a page, the text as text, each word at its place.
#   html_pages.py DRAWING.json OUT.html
import html, json, sys


def colour(rgb):
    return 'rgb(%d,%d,%d)' % tuple(rgb)


def path(text):
    return text.replace('h', 'z').upper()


def page_svg(page, number):
    out, open_groups, clips = [], [0], 0
    for command in page['commands']:
        what = command[0]
        if what == 'text':
            _, x, y, size, font, rgb, word = command
            out.append('<text x="%s" y="%s" font-size="%s" font-family="%s" fill="%s">%s</text>'
                       % (x, y, size, font, colour(rgb), html.escape(word)))
        elif what == 'fill':
            _, pieces, rgb, even_odd = command
            rule = ' fill-rule="evenodd"' if even_odd else ''
            out.append('<path d="%s" fill="%s"%s/>' % (path(pieces), colour(rgb), rule))
        elif what == 'stroke':
            _, pieces, rgb, width, cap, join, dash = command
            dashes = ' stroke-dasharray="%s"' % ' '.join(map(str, dash)) if dash else ''
            out.append('<path d="%s" fill="none" stroke="%s" stroke-width="%s" stroke-linecap="%s" '
                       'stroke-linejoin="%s"%s/>' % (path(pieces), colour(rgb), width, ('butt', 'round', 'square')[cap],
                                                      ('miter', 'round', 'bevel')[join], dashes))
        elif what == 'save':
            open_groups.append(0)
        elif what == 'restore':
            out.append('</g>' * open_groups.pop())
        elif what == 'clip':
            clips += 1
            name = 'clip%d-%d' % (number, clips)
            out.append('<clipPath id="%s"><path d="%s"/></clipPath><g clip-path="url(#%s)">'
                       % (name, path(command[1]), name))
            open_groups[-1] += 1
    return '<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %s %s">%s</svg>' % (
        page['width'], page['height'], page['width'], page['height'], '\n'.join(out))


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        drawing = json.load(file)
    first = drawing['pages'][0]
    faces = ''.join('@font-face{font-family:"%s";src:url("file://%s")}' % face for face in drawing['fonts'].items())
    style = '@page{size:%spt %spt;margin:0}body{margin:0}svg{display:block;break-after:page}svg:last-child{break-after:auto}' % (
        first['width'], first['height'])
    pages = ''.join(page_svg(page, number) for number, page in enumerate(drawing['pages']))
    with open(sys.argv[2], 'w', encoding='utf-8') as file:
        file.write('<!DOCTYPE html><html><head><meta charset="utf-8"><style>%s%s</style></head><body>%s</body></html>'
                   % (faces, style, pages))


main()

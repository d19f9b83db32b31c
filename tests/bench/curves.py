"""Growth curves of the whole program as one SVG: time a megabyte over what grows. Flat is linear."""
import html

PANEL, HEIGHT, MARGIN = 250, 170, 44


def panel(title, axis, points, left):
    """One small plot. `points`: [(label, value)]; the lowest value is 0."""
    top = max(value for _, value in points) * 1.15 or 1
    width, height = PANEL - MARGIN - 12, HEIGHT - 66
    step = width / max(1, len(points) - 1)
    place = [(left + MARGIN + i * step, 34 + height - value / top * height)
             for i, (_, value) in enumerate(points)]
    out = [f'<text x="{left + MARGIN}" y="18" font-weight="bold">{html.escape(title)}</text>',
           f'<path d="M{left + MARGIN} 34v{height}h{width}" fill="none" stroke="#999"/>',
           f'<text x="{left + MARGIN + width / 2}" y="{HEIGHT - 2}" text-anchor="middle">'
           f'{html.escape(axis)}</text>',
           f'<text x="{left + MARGIN - 4}" y="40" text-anchor="end">{top / 1.15:.3g}</text>',
           f'<text x="{left + MARGIN - 4}" y="{34 + height}" text-anchor="end">0</text>',
           '<polyline fill="none" stroke="#1f6f43" stroke-width="2" points="' +
           " ".join(f"{x:.1f},{y:.1f}" for x, y in place) + '"/>']
    for (x, y), (label, _) in zip(place, points):
        out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#1f6f43"/>')
        out.append(f'<text x="{x:.1f}" y="{34 + height + 14}" text-anchor="middle">{label}</text>')
    return "\n".join(out)


def svg(panels):
    """`panels`: [(title, axis, points)]"""
    body = "\n".join(panel(*one, i * PANEL) for i, one in enumerate(panels))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {PANEL * len(panels)} {HEIGHT}" '
            f'font-family="sans-serif" font-size="11">\n'
            f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n')

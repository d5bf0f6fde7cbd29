namespace Atelier.Drawing.Art;

/// <summary>Walks SVG path data (all commands of SVG 1.1, section 8.3) and reports its curves to an extent.</summary>
internal static class PathOutline
{
    public static void Trace(string data, Extent extent)
    {
        var numbers = new PathNumbers(data);
        var pen = new Pen(extent);
        var command = '\0';
        while (true)
        {
            if (numbers.TryCommand(out var next))
            {
                command = next;
                if (command is 'z' or 'Z')
                {
                    pen.Close();
                    continue;
                }
            }
            if (command is '\0' or 'z' or 'Z' || !pen.Draw(command, ref numbers))
                return; // the end, or damaged data: what came before it is what renderers draw
            command = command switch
            {
                'm' => 'l',
                'M' => 'L',
                _ => command,
            };
        }
    }

    private struct Pen(Extent extent)
    {
        private double _x;
        private double _y;
        private double _startX;
        private double _startY;
        private double _controlX;
        private double _controlY;
        private char _last;

        public void Close() => (_x, _y, _last) = (_startX, _startY, 'z');

        public bool Draw(char command, ref PathNumbers numbers)
        {
            var kind = char.ToLowerInvariant(command);
            var (ox, oy) = kind == command ? (_x, _y) : (0, 0);
            Span<double> n = stackalloc double[7];
            var count = kind switch
            {
                'h' or 'v' => 1,
                'm' or 'l' or 't' => 2,
                's' or 'q' => 4,
                'c' => 6,
                'a' => 7,
                _ => 0,
            };
            for (var i = 0; i < count; i++)
                if (!(kind == 'a' && i is 3 or 4 ? numbers.TryFlag(out n[i]) : numbers.TryNumber(out n[i])))
                    return false;
            if (count == 0)
                return false;
            switch (kind)
            {
                case 'm':
                    (_x, _y) = (_startX, _startY) = (ox + n[0], oy + n[1]);
                    break;
                case 'l':
                    LineTo(ox + n[0], oy + n[1]);
                    break;
                case 'h':
                    LineTo(ox + n[0], _y);
                    break;
                case 'v':
                    LineTo(_x, oy + n[0]);
                    break;
                case 'c':
                    CubicTo(ox + n[0], oy + n[1], ox + n[2], oy + n[3], ox + n[4], oy + n[5]);
                    break;
                case 's':
                    var (sx, sy) = Reflected("cs");
                    CubicTo(sx, sy, ox + n[0], oy + n[1], ox + n[2], oy + n[3]);
                    break;
                case 'q':
                    QuadraticTo(ox + n[0], oy + n[1], ox + n[2], oy + n[3]);
                    break;
                case 't':
                    var (tx, ty) = Reflected("qt");
                    QuadraticTo(tx, ty, ox + n[0], oy + n[1]);
                    break;
                case 'a':
                    ArcTo(n[0], n[1], n[2], n[3] != 0, n[4] != 0, ox + n[5], oy + n[6]);
                    break;
            }
            _last = kind;
            return true;
        }

        private readonly (double, double) Reflected(string after) =>
            after.Contains(_last) ? (2 * _x - _controlX, 2 * _y - _controlY) : (_x, _y);

        private void LineTo(double x, double y)
        {
            extent.Point(_x, _y);
            extent.Point(x, y);
            (_x, _y) = (x, y);
        }

        private void CubicTo(double x1, double y1, double x2, double y2, double x, double y)
        {
            extent.Cubic(_x, _y, x1, y1, x2, y2, x, y);
            (_controlX, _controlY, _x, _y) = (x2, y2, x, y);
        }

        private void QuadraticTo(double cx, double cy, double x, double y)
        {
            extent.Cubic(
                _x,
                _y,
                _x + (cx - _x) * 2 / 3,
                _y + (cy - _y) * 2 / 3,
                x + (cx - x) * 2 / 3,
                y + (cy - y) * 2 / 3,
                x,
                y
            );
            (_controlX, _controlY, _x, _y) = (cx, cy, x, y);
        }

        // Endpoint to centre form as in SVG 1.1, appendix F.6, then one cubic per quarter turn.
        private void ArcTo(double rx, double ry, double tilt, bool large, bool sweep, double x, double y)
        {
            (rx, ry) = (Math.Abs(rx), Math.Abs(ry));
            if (rx < 1e-9 || ry < 1e-9 || (x == _x && y == _y))
            {
                LineTo(x, y);
                return;
            }
            var (sin, cos) = Math.SinCos(tilt * Math.PI / 180);
            var (dx, dy) = ((_x - x) / 2, (_y - y) / 2);
            var (px, py) = (cos * dx + sin * dy, -sin * dx + cos * dy);
            var excess = px * px / (rx * rx) + py * py / (ry * ry);
            if (excess > 1)
                (rx, ry) = (rx * Math.Sqrt(excess), ry * Math.Sqrt(excess));
            var under = rx * rx * py * py + ry * ry * px * px;
            var factor = Math.Sqrt(Math.Max(0, (rx * rx * ry * ry - under) / under)) * (large == sweep ? -1 : 1);
            var (qx, qy) = (factor * rx * py / ry, -factor * ry * px / rx);
            var (cx, cy) = (cos * qx - sin * qy + (_x + x) / 2, sin * qx + cos * qy + (_y + y) / 2);
            var from = Math.Atan2((py - qy) / ry, (px - qx) / rx);
            var turn = Math.Atan2((-py - qy) / ry, (-px - qx) / rx) - from;
            if (sweep && turn < 0)
                turn += 2 * Math.PI;
            else if (!sweep && turn > 0)
                turn -= 2 * Math.PI;
            var pieces = (int)Math.Ceiling(Math.Abs(turn) / (Math.PI / 2) - 1e-9);
            var step = turn / Math.Max(1, pieces);
            var k = 4.0 / 3 * Math.Tan(step / 4);
            for (var i = 0; i < pieces; i++)
            {
                var (s0, c0) = Math.SinCos(from + i * step);
                var (s1, c1) = Math.SinCos(from + (i + 1) * step);
                var (ax, ay) = Place(c0 - k * s0, s0 + k * c0);
                var (bx, by) = Place(c1 + k * s1, s1 - k * c1);
                var (ex, ey) = i == pieces - 1 ? (x, y) : Place(c1, s1);
                CubicTo(ax, ay, bx, by, ex, ey);
            }

            (double, double) Place(double u, double v) =>
                (cx + cos * rx * u - sin * ry * v, cy + sin * rx * u + cos * ry * v);
        }
    }
}

namespace Atelier.Language.Cast.Speaking;

/// <summary>
/// One conversation's pairs of speakers: how likely all ways to each pair are from the front, and all from each to the end.
/// A step knows three speakers, but only as "the same as that one", so that it costs the square of the choices, not the cube.
/// </summary>
internal sealed class Lattice
{
    private static readonly Choice[] Nobody = [new(-1, 0, Gender.Unknown)];

    private readonly Turn[] _talk;
    private readonly Choice[][] _choices;
    private readonly double[][] _own;
    private readonly double[][] _forward;
    private readonly double[][] _backward;

    public Lattice(Turn[] talk)
    {
        _talk = talk;
        _choices = [.. talk.Select(turn => turn.Choices.Length > 0 ? turn.Choices : Nobody)];
        _own = [.. _choices.Select(Likelihoods)];
        _forward = new double[talk.Length][];
        _backward = new double[talk.Length][];
    }

    public void Solve()
    {
        for (var t = 0; t < _talk.Length; t++)
            Forward(t);
        for (var t = _talk.Length - 1; t >= 0; t--)
            Backward(t);
        for (var t = 0; t < _talk.Length; t++)
            Choose(t);
    }

    private static double[] Likelihoods(Choice[] choices)
    {
        var most = choices.Max(choice => choice.Score);
        return [.. choices.Select(choice => Math.Exp(choice.Score - most))];
    }

    private Choice[] Before(int t) => t > 0 ? _choices[t - 1] : Nobody;

    // A cell is the pair (speaker before, speaker here).
    private void Forward(int t)
    {
        var (before, here) = (Before(t), _choices[t]);
        var cells = _forward[t] = new double[before.Length * here.Length];
        if (t == 0)
        {
            _own[0].CopyTo(cells, 0);
            return;
        }
        var (earlier, ways) = (Before(t - 1), _forward[t - 1]);
        var link = new Link(_talk[t - 1], _talk[t]);
        for (var p = 0; p < before.Length; p++)
        {
            var all = 0.0;
            for (var l = 0; l < earlier.Length; l++)
                all += ways[(l * before.Length) + p];
            var goes = link.Other * link.Goes(before[p]);
            for (var c = 0; c < here.Length; c++)
            {
                if (here[c].Figure == before[p].Figure)
                {
                    cells[(p * here.Length) + c] = all * link.Same * _own[t][c];
                    continue;
                }
                var back = Find(earlier, here[c].Figure);
                var paths = back < 0 ? all : all + ((link.Alternates - 1) * ways[(back * before.Length) + p]);
                cells[(p * here.Length) + c] = paths * goes * link.Comes(here[c]) * _own[t][c];
            }
        }
        Scale(cells);
    }

    private void Backward(int t)
    {
        var (before, here) = (Before(t), _choices[t]);
        var cells = _backward[t] = new double[before.Length * here.Length];
        if (t == _talk.Length - 1)
        {
            Array.Fill(cells, 1);
            return;
        }
        var (next, ways) = (_choices[t + 1], _backward[t + 1]);
        var link = new Link(_talk[t], _talk[t + 1]);
        Span<double> on = stackalloc double[next.Length];
        for (var c = 0; c < here.Length; c++)
        {
            var (all, goes) = (0.0, link.Other * link.Goes(here[c]));
            for (var n = 0; n < next.Length; n++)
            {
                var isSame = next[n].Figure == here[c].Figure;
                on[n] =
                    ways[(c * next.Length) + n] * _own[t + 1][n] * (isSame ? link.Same : goes * link.Comes(next[n]));
                all += on[n];
            }
            for (var p = 0; p < before.Length; p++)
            {
                var back = before[p].Figure == here[c].Figure ? -1 : Find(next, before[p].Figure);
                cells[(p * here.Length) + c] = back < 0 ? all : all + ((link.Alternates - 1) * on[back]);
            }
        }
        Scale(cells);
    }

    private static int Find(Choice[] choices, int figure)
    {
        for (var i = 0; figure >= 0 && i < choices.Length; i++)
            if (choices[i].Figure == figure)
                return i;
        return -1;
    }

    /// <summary>Long talk would run out of the numbers there are.</summary>
    private static void Scale(double[] cells)
    {
        var most = cells.Max();
        if (most > 0)
            for (var i = 0; i < cells.Length; i++)
                cells[i] /= most;
    }

    private void Choose(int t)
    {
        var (before, here) = (Before(t), _choices[t]);
        var (best, most, sum) = (0, 0.0, 0.0);
        for (var c = 0; c < here.Length; c++)
        {
            var through = 0.0;
            for (var p = 0; p < before.Length; p++)
                through += _forward[t][(p * here.Length) + c] * _backward[t][(p * here.Length) + c];
            sum += through;
            if (through > most)
                (best, most) = (c, through);
        }
        (_talk[t].Speaker, _talk[t].Confidence) = (here[best].Figure, sum > 0 ? most / sum : 0);
    }
}

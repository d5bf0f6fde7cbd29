namespace Atelier.Language.Cast.Speaking;

/// <summary>One conversation's pairs of speakers: best way to each from the front, and from each to the end.</summary>
internal sealed class Lattice
{
    private static readonly Choice[] Nobody = [new(-1, 0, Gender.Unknown)];

    private readonly Turn[] _talk;
    private readonly Choice[][] _choices;
    private readonly double[][] _forward;
    private readonly double[][] _backward;

    public Lattice(Turn[] talk)
    {
        _talk = talk;
        _choices = [.. talk.Select(turn => turn.Choices.Length > 0 ? turn.Choices : Nobody)];
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

    private Choice[] Before(int t) => t > 0 ? _choices[t - 1] : Nobody;

    // A cell is the pair (speaker before, speaker here).
    private void Forward(int t)
    {
        var (before, here) = (Before(t), _choices[t]);
        var cells = _forward[t] = new double[before.Length * here.Length];
        for (var p = 0; p < before.Length; p++)
        for (var c = 0; c < here.Length; c++)
        {
            var best = 0.0;
            if (t > 0)
            {
                best = double.NegativeInfinity;
                var earlier = Before(t - 1);
                for (var l = 0; l < earlier.Length; l++)
                    best = Math.Max(
                        best,
                        _forward[t - 1][(l * before.Length) + p]
                            + Conversation.Step(_talk[t - 1], _talk[t], earlier[l], before[p], here[c])
                    );
            }
            cells[(p * here.Length) + c] = best + here[c].Score;
        }
    }

    private void Backward(int t)
    {
        var (before, here) = (Before(t), _choices[t]);
        var cells = _backward[t] = new double[before.Length * here.Length];
        if (t == _talk.Length - 1)
            return;
        var next = _choices[t + 1];
        for (var p = 0; p < before.Length; p++)
        for (var c = 0; c < here.Length; c++)
        {
            var best = double.NegativeInfinity;
            for (var n = 0; n < next.Length; n++)
                best = Math.Max(
                    best,
                    _backward[t + 1][(c * next.Length) + n]
                        + next[n].Score
                        + Conversation.Step(_talk[t], _talk[t + 1], before[p], here[c], next[n])
                );
            cells[(p * here.Length) + c] = best;
        }
    }

    /// <summary>The speaker of the best way through; how likely, from the best ways through the others.</summary>
    private void Choose(int t)
    {
        var (before, here) = (Before(t), _choices[t]);
        Span<double> through = stackalloc double[here.Length];
        through.Fill(double.NegativeInfinity);
        for (var p = 0; p < before.Length; p++)
        for (var c = 0; c < here.Length; c++)
        {
            var cell = (p * here.Length) + c;
            through[c] = Math.Max(through[c], _forward[t][cell] + _backward[t][cell]);
        }
        var best = 0;
        for (var c = 1; c < here.Length; c++)
            if (through[c] > through[best])
                best = c;
        var sum = 0.0;
        foreach (var score in through)
            sum += Math.Exp(score - through[best]);
        (_talk[t].Speaker, _talk[t].Confidence) = (here[best].Figure, 1 / sum);
    }
}

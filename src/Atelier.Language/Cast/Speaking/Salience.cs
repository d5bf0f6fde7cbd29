using System.Runtime.InteropServices;

namespace Atelier.Language.Cast.Speaking;

/// <summary>Who is on stage: every mention adds, and all fade as the text goes on.</summary>
internal sealed class Salience
{
    private const int Kept = 24;

    private readonly List<Presence> _active = [];

    /// <summary>In no order.</summary>
    public ReadOnlySpan<Presence> Present => CollectionsMarshal.AsSpan(_active);

    public void Note(int figure, int at, double weight)
    {
        var index = IndexOf(figure);
        if (index >= 0)
        {
            _active[index] = new(figure, _active[index].Now(at) + weight, at);
            return;
        }
        if (_active.Count == Kept)
            _active.RemoveAt(Weakest(at));
        _active.Add(new(figure, weight, at));
    }

    public double Of(int figure, int at) => IndexOf(figure) is >= 0 and var index ? _active[index].Now(at) : 0;

    /// <summary>A new chapter: who comes on has to be named again, but its people are likely the same.</summary>
    public void Fade(double factor)
    {
        for (var i = 0; i < _active.Count; i++)
            _active[i] = _active[i] with { Strength = _active[i].Strength * factor };
    }

    private int IndexOf(int figure)
    {
        for (var i = 0; i < _active.Count; i++)
            if (_active[i].Figure == figure)
                return i;
        return -1;
    }

    private int Weakest(int at)
    {
        var weakest = 0;
        for (var i = 1; i < _active.Count; i++)
            if (_active[i].Now(at) < _active[weakest].Now(at))
                weakest = i;
        return weakest;
    }
}

/// <param name="At">Where the strength was last reckoned.</param>
internal readonly record struct Presence(int Figure, double Strength, int At)
{
    public double Now(int at) => Strength * Math.Exp((At - at) / Weights.Memory);
}

namespace Atelier.Language.Cast.Naming;

/// <summary>One way a name is written, and what the text shows about whoever bears it.</summary>
internal sealed class NameForm(int id, NameKey key, string display)
{
    public int Id { get; } = id;

    public NameKey Key { get; } = key;

    public string Display { get; set; } = display;

    public int Count { get; set; }

    /// <summary>Outside quotations.</summary>
    public int Narrated { get; set; }

    /// <summary>Beside a speech verb.</summary>
    public int Speaks { get; set; }

    /// <summary>Addressed in speech.</summary>
    public int Called { get; private set; }

    /// <summary>Stretches in which somebody is called so.</summary>
    public int CalledStretches { get; private set; }

    private int _lastCalled = -1;

    public void NoteCall(int stretch)
    {
        Called++;
        if (stretch != _lastCalled)
            CalledStretches++;
        _lastCalled = stretch;
    }

    public int Acts { get; set; }

    /// <summary>"'s face", "'s wife".</summary>
    public int Owns { get; set; }

    /// <summary>After "in", "at", "near".</summary>
    public int Located { get; set; }

    /// <summary>After "the".</summary>
    public int WithArticle { get; set; }

    /// <summary>"aboard the", "the schooner", "'s deck".</summary>
    public int Sailed { get; set; }

    public int He { get; set; }

    public int She { get; set; }

    public int PersonVotes => (3 * Speaks) + (2 * Called) + Acts + Owns;

    public int PlaceVotes => 2 * Located;
}

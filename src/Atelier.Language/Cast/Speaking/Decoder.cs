namespace Atelier.Language.Cast.Speaking;

/// <summary>
/// Finds the best speakers of a whole conversation at once, so that a tag settles the turns before it as well as those
/// after it. States are pairs of neighbouring speakers, because talk of two alternates; the work is linear in the turns.
/// </summary>
internal static class Decoder
{
    // Longer talk is decided in portions; what was said a thousand turns ago does not matter now.
    private const int LongestTalk = 1_000;

    // How far a tag is worth reaching back to: turns whose speakers may be named only later.
    private const int Reach = 6;

    public static void Decide(IReadOnlyList<Turn> turns, Func<int, Turn, Choice> unseen, CancellationToken ct)
    {
        for (var start = 0; start < turns.Count; )
        {
            ct.ThrowIfCancellationRequested();
            var end = start + 1;
            while (end < turns.Count && end - start < LongestTalk && Conversation.GoesOn(turns[end - 1], turns[end]))
                end++;
            var talk = new Turn[end - start];
            for (var i = 0; i < talk.Length; i++)
                talk[i] = turns[start + i];
            Widen(talk, unseen);
            new Lattice(talk).Solve();
            // Decided; of a hundred novels in one file the choices alone would fill the memory.
            foreach (var turn in talk)
                turn.Choices = [];
            start = end;
        }
    }

    /// <summary>Whoever is named nearby may have spoken here, though not on stage yet.</summary>
    private static void Widen(Turn[] talk, Func<int, Turn, Choice> unseen)
    {
        var wider = new Choice[talk.Length][];
        for (var i = 0; i < talk.Length; i++)
        {
            var choices = new List<Choice>(talk[i].Choices);
            for (var near = Math.Max(0, i - Reach); near <= Math.Min(talk.Length - 1, i + Reach); near++)
                foreach (var figure in (ReadOnlySpan<int>)[talk[near].Tagged, talk[near].Called, talk[near].Addressee])
                    if (figure >= 0 && !choices.Exists(choice => choice.Figure == figure))
                        choices.Add(unseen(figure, talk[i]));
            wider[i] = [.. choices];
        }
        for (var i = 0; i < talk.Length; i++)
            talk[i].Choices = wider[i];
    }
}

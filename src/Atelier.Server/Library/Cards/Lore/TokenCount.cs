namespace Atelier.Library.Cards.Lore;

/// <summary>Tokens without a tokenizer: four characters each, as English text has on the average.</summary>
internal static class TokenCount
{
    private const int CharactersEach = 4;

    public static int Of(string text) => (text.Length + CharactersEach - 1) / CharactersEach;

    /// <summary>The last so many tokens of a text.</summary>
    public static string Last(string text, int tokens) =>
        (long)tokens * CharactersEach >= text.Length ? text : text[^Math.Max(0, tokens * CharactersEach)..];
}

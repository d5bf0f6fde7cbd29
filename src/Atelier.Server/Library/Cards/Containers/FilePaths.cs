namespace Atelier.Library.Cards.Containers;

/// <summary>Names of files inside cards. They never become paths on a disk, but they go out again to tools that may do so.</summary>
internal static class FilePaths
{
    private const int Longest = 240;

    /// <exception cref="UnusableCard">It leads out of its folder, or is no name at all.</exception>
    public static string Checked(string path)
    {
        var bad =
            path.Length is 0 or > Longest
            || path.StartsWith('/')
            || path.Contains('\\', StringComparison.Ordinal)
            || path.Contains(':', StringComparison.Ordinal)
            || path.Any(char.IsControl)
            || path.Any(char.IsSurrogate)
            || path.Split('/').Any(part => part is "." or ".." or "");
        return bad ? throw new UnusableCard("card_paths", "A file in the card has a name that leads elsewhere.") : path;
    }
}

namespace Atelier.Books.Stories.Telling;

/// <summary>A deed told as done: "find the lost moon" -> "found the lost moon".</summary>
internal static class Doing
{
    private static readonly Dictionary<string, string> Irregular = (
        "find:found build:built catch:caught seek:sought make:made win:won bring:brought teach:taught sing:sang swim:swam "
        + "fly:flew ride:rode grow:grew draw:drew write:wrote become:became go:went get:got see:saw meet:met have:had "
        + "tell:told give:gave take:took sleep:slept fall:fell hide:hid run:ran read:read say:said keep:kept dig:dug "
        + "blow:blew throw:threw stand:stood wear:wore lead:led leave:left hold:held feel:felt think:thought buy:bought "
        + "eat:ate drink:drank shine:shone speak:spoke knit:knitted plan:planned stop:stopped hug:hugged hop:hopped "
        + "skip:skipped clap:clapped light:lit do:did come:came put:put cut:cut let:let set:set be:was hear:heard "
        + "drive:drove free:freed tie:tied ring:rang send:sent wake:woke not:did"
    )
        .Split(' ')
        .Select(pair => pair.Split(':'))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static string Past(string phrase)
    {
        // Who looks for a thing has done it when it is found.
        foreach (var search in new[] { "look for ", "search for ", "hunt for ", "seek " })
            if (phrase.StartsWith(search, StringComparison.Ordinal))
                return "found " + phrase[search.Length..];
        if (phrase.StartsWith("learn to ", StringComparison.Ordinal))
            return "learned to " + phrase[9..];
        if (phrase.StartsWith("not be ", StringComparison.Ordinal))
            return "was not " + phrase[7..];
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (phrase, "") : (phrase[..space], phrase[space..]);
        return PastOf(verb) + rest;
    }

    private static string PastOf(string verb) =>
        Irregular.TryGetValue(verb, out var known) ? known
        : verb.EndsWith('e') ? verb + "d"
        : verb.Length > 2 && verb[^1] == 'y' && !"aeiou".Contains(verb[^2]) ? verb[..^1] + "ied"
        : verb + "ed";
}

using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Atelier.Reading.Articles.Facts;
using Atelier.Reading.Articles.Tree;

namespace Atelier.Reading.Articles.Comments;

/// <summary>Whether readers may write under a page, with what in the page says so. "Closed" is believed whatever form is there.</summary>
internal static partial class OpennessReader
{
    private const int LongestEvidence = 200;
    private const int FewLetters = 400;
    private const string ClosedMarks =
        ".nocomments, .no-comments, .comments-closed, .comment-closed, .comments_closed, .closed-comments, #comments-closed, [data-comments-closed=true]";

    // What it stands in is looked at afterwards: a selector would ask the ancestors of every element.
    private const string Doors = "[class*='login' i], [class*='sign-in' i]";
    private const string Areas =
        "#comments, #comentarios, #commentaires, #kommentare, #commenti, #reacties, #comment-section, section[class^='comments-'], .comments-area, .comments-section, #respond, .comment-list, .commentlist, #disqus_thread, [itemprop=comment], a[href$='#comments' i], a[href$='#respond'], a[href$='/comments' i], a[href$='/comments/' i], a[href$='/comment/' i]";

    public static Openness Read(PageHead head, PageNode tree)
    {
        var document = head.Document;
        var lines = ShortLines.In(tree);
        var form = CommentForms.Find(document);
        var machine = MachineText.Of(document);
        var service = SystemIn(machine);
        var system = form?.System ?? service?.System.Name;
        if (Closed(document, lines, machine, form is not null) is { } closed)
            return Verdict(OpennessState.Closed, closed, system);
        if (form is { } found)
        {
            if (ShortLines.With(lines, OtherWords.Login) is { } login && !HasNameField(found.Form))
                return Verdict(OpennessState.OpenLogin, login, system);
            return ShortLines.With(lines, OtherWords.Moderated) is { } moderated
                ? Verdict(OpennessState.Moderated, moderated, system)
                : Verdict(OpennessState.Open, OpeningTag(found.Form), system);
        }
        if (document.QuerySelector(".must-log-in, .comment_forbidden, .comments-login") is { } mustLogIn)
            return Verdict(
                OpennessState.OpenLogin,
                PageHead.Tidy(mustLogIn.TextContent) ?? OpeningTag(mustLogIn),
                system ?? "WordPress"
            );
        if (service is { } known)
            return Verdict(known.System.State, known.Evidence, known.System.Name);
        if (
            ShortLines.With(lines, OtherWords.Login) is { } words
            && words.Contains("comment", StringComparison.OrdinalIgnoreCase)
        )
            return Verdict(OpennessState.OpenLogin, words, system);
        if (document.QuerySelectorAll(Doors).FirstOrDefault(IsAmongComments) is { } door)
            return Verdict(OpennessState.OpenLogin, OpeningTag(door), system);
        if (document.QuerySelector(Areas) is { } area)
            return Verdict(OpennessState.Unknown, OpeningTag(area), system);
        if (CommentCounter.Of(head) is > 0 and var comments)
            return Verdict(OpennessState.Unknown, $"The page counts {comments} comments and shows none.", system);
        return tree.Letters < FewLetters
            ? Verdict(OpennessState.Unknown, "The page has hardly any text of its own.", null)
            : Verdict(OpennessState.None, "There is no form, no service and no list of comments in the page.", null);
    }

    private static string? Closed(IDocument document, string lines, string machine, bool hasForm)
    {
        if (ShortLines.With(lines, ClosedWords.All) is { } said)
            return said;
        if (document.QuerySelector(ClosedMarks) is { LocalName: not ("body" or "html") } marked && !IsEmptyList(marked))
            return PageHead.Tidy(marked.TextContent) is { Length: > 0 } text ? text : OpeningTag(marked);
        if (!hasForm && ShortLines.With(lines, ClosedWords.Off) is { } off)
            return off;
        return FlagIn(machine);
    }

    /// <summary>Programs carry the answer with them, as a setting.</summary>
    private static string? FlagIn(string machine)
    {
        const string word = "omment";
        const int before = 12;
        const int after = 40;
        for (
            var at = machine.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = machine.IndexOf(word, at + after, StringComparison.Ordinal)
        )
        {
            var start = Math.Max(0, at - before);
            var around = machine.Substring(start, Math.Min(machine.Length - start, before + word.Length + after));
            if (around.Contains(':', StringComparison.Ordinal) && Flag().Match(around) is { Success: true } flag)
                return flag.Value;
            if (at + after >= machine.Length)
                break;
        }
        return null;
    }

    /// <summary>"No comments yet" is an invitation.</summary>
    private static bool IsEmptyList(IElement marked) =>
        marked.ClassList.Contains("no-comments")
        && !marked.TextContent.Contains("clos", StringComparison.OrdinalIgnoreCase)
        && !marked.TextContent.AsSpan().ContainsAny(ClosedWords.All);

    private static (CommentSystem System, string Evidence)? SystemIn(string machine)
    {
        (CommentSystem System, string Evidence, int Rank)? best = null;
        for (var at = Next(machine, 0); at >= 0; at = Next(machine, at + 1))
        for (var rank = 0; rank < (best?.Rank ?? CommentSystem.All.Count); rank++)
            if (CommentSystem.All[rank].StandsAt(machine, at))
                best = (CommentSystem.All[rank], MachineText.Around(machine, at), rank);
        return best is { } found ? (found.System, found.Evidence) : null;

        static int Next(string text, int from) =>
            text.AsSpan(from).IndexOfAny(CommentSystem.AnyMark) is var found and >= 0 ? from + found : -1;
    }

    /// <summary>Whoever is asked for a name has no account.</summary>
    private static bool HasNameField(IElement field) =>
        (field.LocalName == "form" ? field : field.Closest("form"))?.QuerySelector(
            "input[name=author], input[name=name], input[name=email], input[type=email]"
        )
            is not null;

    private static string OpeningTag(IElement element)
    {
        var attributes = element
            .Attributes.Where(one => one.Name is "id" or "class" or "action" or "name" or "src" or "href")
            .Select(one => $" {one.Name}=\"{one.Value}\"");
        return $"<{element.LocalName}{string.Concat(attributes)}>";
    }

    private static Openness Verdict(OpennessState state, string evidence, string? system) =>
        new(state, evidence.Length > LongestEvidence ? evidence[..LongestEvidence] + "…" : evidence, system);

    [GeneratedRegex(
        """(?:^|[^a-z0-9])(?:comment_?status["']?\s*:\s*["']closed["']|(?:are|is)?_?comments_?(?:are)?_?closed["']?\s*:\s*(?:true|1)|(?:are|is)?_?comments?_?(?:are)?_?(?:enabled|allowed|open)["']?\s*:\s*false|(?:allow|enable|can)_?comments?["']?\s*:\s*false|(?:is_?)?commentable["']?\s*:\s*false)""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Flag();

    private static bool IsAmongComments(IElement element)
    {
        for (var around = element.ParentElement; around is not null; around = around.ParentElement)
            if (around.LocalName is not ("html" or "body") && (Names(around.ClassName) || Names(around.Id)))
                return true;
        return false;

        static bool Names(string? name) => name?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true;
    }
}

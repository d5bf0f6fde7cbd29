using System.Text.RegularExpressions;

namespace Atelier.Campaigns.Comments.Guarding;

/// <summary>Something in fetched text, or in what a model made of it, that speaks to a machine and not to a reader.</summary>
/// <param name="Where">text, hidden, title or output.</param>
/// <param name="Kind">instruction, role, link, tool or invisible.</param>
public sealed record Attempt(string Where, string Kind, string Quote);

/// <summary>
/// Finds sentences that would steer a model. It need not find all: what it misses meets a model without tools, whose answer
/// passes the gates. What it finds is kept from the model and shown to the reviewer.
/// </summary>
internal static partial class InstructionFinder
{
    private const int LongestQuote = 200;

    public static IReadOnlyList<Attempt> In(string text, string where = "output")
    {
        var found = new List<Attempt>();
        Add("role", Role());
        Add("instruction", Override());
        Add("instruction", Order());
        Add("tool", Tool());
        Add("link", LinkOrder());
        return [.. found.DistinctBy(attempt => attempt.Quote)];

        void Add(string kind, Regex pattern)
        {
            foreach (Match match in pattern.Matches(text))
                found.Add(new(where, kind, Around(text, match)));
        }
    }

    public static bool IsInstruction(string sentence) =>
        Role().IsMatch(sentence)
        || Override().IsMatch(sentence)
        || Order().IsMatch(sentence)
        || Tool().IsMatch(sentence)
        || LinkOrder().IsMatch(sentence);

    private static string Around(string text, Match match)
    {
        var start = text.LastIndexOfAny(['.', '!', '?', '\n'], Math.Max(0, match.Index - 1)) + 1;
        start = Math.Max(start, match.Index - LongestQuote / 4);
        var end = Math.Min(text.Length, Math.Max(match.Index + match.Length, start + LongestQuote));
        var stop = text.IndexOfAny(['.', '!', '?', '\n'], match.Index + match.Length - 1);
        if (stop >= 0)
            end = Math.Min(end, stop + 1);
        return text[Math.Min(start, match.Index)..Math.Max(end, match.Index + Math.Min(match.Length, LongestQuote))]
            .Trim();
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Marks of chat formats, and claims to be the system.</summary>
    [GeneratedRegex(
        @"<\|[^|>]{1,40}\|>|\[/?INST\]|<</?SYS>>|</?(?:system|assistant|instructions?|prompt|tool_call|function_call)>|(?:^|\n)\s*#{0,4}\s*(?:system|assistant|developer)\s*(?:message|prompt|note|override|notice)?\s*:|\b(?:system|developer) (?:message|prompt|note|override|notice)\b\s*:?|\bnote (?:du|au) système\b|\bmessage système\b|\byou are now (?:an?|the|in)\b|\bvous êtes maintenant\b|\btu es maintenant\b|\bas an? (?:AI|LLM|language model)\b|\ben tant qu.(?:IA|intelligence artificielle)\b",
        Options,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Role();

    /// <summary>Puts other orders in the place of the right ones.</summary>
    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules?|guidelines|directions|context|guardrails|polic(?:y|ies)|orders)\b|\b(?:ignore[rz]?|oublie[rz]?|contourne[rz]?)\b[^.\n]{0,40}\b(?:instructions?|consignes?|règles?|directives?)\b|\bnew (?:instructions?|rules?|orders) (?:for|follow|:)|\bnouvelles? (?:instructions?|consignes?)\b|\b(?:reveal|print|repeat|show|output)\b[^.\n]{0,30}\b(?:system prompt|your prompt|your instructions)\b|\bjailbreak\b|\bdo anything now\b",
        Options,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Override();

    /// <summary>Tells whoever drafts what to do.</summary>
    [GeneratedRegex(
        @"\b(?:AI|LLM|GPT|bots?|assistants?|agents?|models?|crawlers?)\b[^.\n]{0,30}\b(?:must|should|shall|are required to|have to|please|reading this)\b|\b(?:if you are|if you're|attention|to all|to any|dear)\b[^.\n]{0,20}\b(?:AI|LLM|language model|assistants?|bots?|agents?|crawlers?)\b|\b(?:approve|publish|accept) (?:this|the|every|all) (?:comment|draft|post|campaign)s?\b|\b(?:set|raise|increase|change|double|remove) (?:the |your |its )?(?:campaign )?(?:budget|cap|limit|spending)s?\b|\b(?:score|rate|grade) (?:this|the|it)\b[^.\n]{0,30}\b(?:100|highest|maximum|perfect)\b|\b(?:do not|don't|never|without|omit|leave out|skip|drop) (?:the |any |your )?(?:disclos\w+|affiliation)\b|\bapprouve[rz]? (?:ce|le|tous|chaque)\b|\baugmente[rz]? (?:le|votre|ton) budget\b|\b(?:les )?(?:IA|robots|assistants|modèles|agents)\b[^.\n]{0,20}\b(?:doivent|doit|devez)\b|\b(?:begin|start|end|write|reply|respond|answer) (?:your|the|every|each|with)\b[^.\n]{0,30}\b(?:comment|draft|reply|response|answer|exact words|following)\b",
        Options,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Order();

    [GeneratedRegex(
        @"\b(?:call|invoke|use|run|execute|trigger) (?:the |a |your |any )?(?:\w+[ _])?(?:tools?|functions?|plugins?|fetch_page|fetch\w*|shell|browser)\b|""(?:tool|function|tool_calls?|name)""\s*:\s*""|\b(?:appelle[rz]?|utilise[rz]?|exécute[rz]?) (?:l'|le |la |les |un |une )?(?:outils?|fonctions?)\b",
        Options,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Tool();

    [GeneratedRegex(
        @"\b(?:include|insert|add|append|mention|link|post|paste|embed|put|share|recommend|promote|advertise|send)\b[^.\n]{0,60}(?:https?://|hxxps?://|www\.|\blinks?\b[^.\n]{0,20}\b(?:to|in)\b|\burls?\b|[\w.+-]+@[\w-]+\.\w)|\b(?:ajoute[rz]?|insère|insérez|incluez|inclus|mentionne[rz]?|recommande[rz]?|place[rz]?|mets|mettez)\b[^.\n]{0,60}(?:https?://|www\.|\bliens?\b)",
        Options,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex LinkOrder();
}

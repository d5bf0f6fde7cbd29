using AngleSharp.Dom;

namespace Atelier.Reading.Articles.Comments;

/// <summary>Forms that comments are written in.</summary>
internal static class CommentForms
{
    private static readonly (string System, string Selector)[] Known =
    [
        ("WordPress", "form[action*='wp-comments-post.php'], form#commentform"),
        (
            "Jetpack",
            "iframe[src*='jetpack.wordpress.com/jetpack-comment'], iframe#jetpack_remote_comment, form#jetpack_comment"
        ),
        (
            "Blogger",
            "iframe#comment-editor, a#comment-editor-src, iframe[src*='blogger.com/comment'], a[href*='blogger.com/comment'], #comment-iframe, form[action*='blogger.com/comment']"
        ),
        (
            "Drupal",
            "form#comment-form[action*='comment/reply'], form.comment-form[action*='comment/reply'], form[data-drupal-selector^='comment-form'], form[id^='comment-form'][action^='/comment']"
        ),
        ("Movable Type", "form[action*='mt-comments'], form#comments-form"),
        ("Typepad", "form[action*='typepad.com'][id*='comment'], form[action*='/.services/']"),
        ("HubSpot", "#comments-listing form, .comment-form form[data-form-id], form[action*='hubspot'][id*='comment']"),
        ("Joomla", "form#comments-form, form[name='komento'], .kmt-form, #jc form"),
        ("Staticman", "form[action*='staticman'], form[action*='/v2/entry/'], form[action*='/v3/entry/']"),
        (
            "Shopify",
            "form[id^='comment_form'], form#article-comment-form-wrapper, form[action*='/comments'] textarea[name='comment[body]']"
        ),
        ("LiveJournal", "form#postform, form[action*='talkpost_do']"),
        ("Dreamwidth", "form[action*='dreamwidth.org/talkpost']"),
    ];

    /// <summary>Any other form with room for words, if it or the field is called by what it is for.</summary>
    private const string Fields =
        "textarea[name='comment'], textarea[id='comment'], textarea[name*='comment' i], textarea[id*='comment' i], textarea[placeholder*='comment' i], textarea[name='comment[body]'], textarea[name*='kommentar' i], textarea[name*='commentaire' i], textarea[name*='comentario' i]";

    /// <summary>All that any of the others may mean.</summary>
    private const string Candidates =
        "form, iframe, textarea, a#comment-editor-src, a[href*='blogger.com/comment'], #comment-iframe, .kmt-form";

    private const string Around = "[id*='comment' i], [class*='comment' i], [id='respond'], [action*='comment' i]";

    public static (string? System, IElement Form)? Find(IDocument document)
    {
        var candidates = document.QuerySelectorAll(Candidates).Take(200).ToList();
        foreach (var (system, selector) in Known)
            if (candidates.Find(one => one.Matches(selector)) is { } form)
                return (system, form);
        var areas = candidates.Where(one => one.LocalName == "textarea" && !IsFeedback(one)).ToList();
        var field = areas.Find(area => area.Matches(Fields)) ?? areas.Find(IsAmongComments);
        return field is null ? null : (null, field);
    }

    private static bool IsAmongComments(IElement area) =>
        area.Closest("form") is not null && area.Closest(Around) is { LocalName: not ("body" or "html") };

    /// <summary>A letter to the owner is no comment.</summary>
    private static bool IsFeedback(IElement field) =>
        field.Closest("form") is { } form
        && $"{form.ClassName} {form.Id} {form.GetAttribute("action")}".ToLowerInvariant() is var marks
        && (
            marks.Contains("contact", StringComparison.Ordinal)
            || marks.Contains("feedback", StringComparison.Ordinal)
            || marks.Contains("wpcf7", StringComparison.Ordinal)
        );
}

using System.Buffers;

namespace Atelier.Reading.Articles.Comments;

/// <summary>
/// A system that comments run on, by what it leaves in a page. Those that only a script brings in are not in the page: what
/// they ask of readers is known of the system, and most ask for an account.
/// </summary>
internal sealed record CommentSystem(string Name, OpennessState State, string[] Marks)
{
    public static IReadOnlyList<CommentSystem> All { get; } =
    [
        // Dead since 2021: nothing answers any more.
        new("Livefyre", OpennessState.None, ["livefyre.com", "id=\"livefyre", "class=\"livefyre", "fyre.conv"]),
        new(
            "Disqus",
            OpennessState.OpenLogin,
            [
                "disqus_thread",
                "disqus_shortname",
                ".disqus.com/embed.js",
                ".disqus.com/count.js",
                "disqus_config",
                "disqus-comments",
            ]
        ),
        new(
            "Facebook",
            OpennessState.OpenLogin,
            ["fb-comments", "<fb:comments", "facebook.com/plugins/comments", "facebook.com/plugins/feedback"]
        ),
        new(
            "OpenWeb",
            OpennessState.OpenLogin,
            ["spot.im/", "spotim", "spoxy.io", "openweb-conversation", "data-spot-id", "data-spotim"]
        ),
        new("Gigya", OpennessState.OpenLogin, ["gig-comments", "showcommentsui", "accounts.comments.js"]),
        new("Viafoura", OpennessState.OpenLogin, ["viafoura", "<vf-conversations", "vf-comments"]),
        new(
            "Coral",
            OpennessState.OpenLogin,
            ["coral_thread", "coral.coralproject", "coral-talk", ".coral.coral", "id=\"coral", "talk.coralproject"]
        ),
        new(
            "giscus",
            OpennessState.OpenLogin,
            ["giscus.app/client.js", "class=\"giscus", "<giscus-widget", "data-repo-id"]
        ),
        new("utterances", OpennessState.OpenLogin, ["utteranc.es/client.js", "class=\"utterances", "id=\"utterances"]),
        new("Gitalk", OpennessState.OpenLogin, ["gitalk-container", "new gitalk(", "gitalk.min.js"]),
        new("Gitment", OpennessState.OpenLogin, ["gitment.browser.js", "new gitment("]),
        new("Beaudar", OpennessState.OpenLogin, ["beaudar.lipk.org"]),
        new(
            "Commento",
            OpennessState.Open,
            ["id=\"commento\"", "commento.io/js", "/js/commento.js", "data-commento-root"]
        ),
        new("Comentario", OpennessState.Open, ["<comentario-comments", "comentario.js"]),
        new(
            "Isso",
            OpennessState.Open,
            ["id=\"isso-thread\"", "data-isso=", "/js/embed.min.js\" data-isso", "embed.dev.js\" data-isso"]
        ),
        new("IntenseDebate", OpennessState.Open, ["intensedebate.com", "idc-container", "id=\"idc-"]),
        new("Cackle", OpennessState.OpenLogin, ["cackle.me/widget", "id=\"mc-container\"", "cackle_widget"]),
        new("Vuukle", OpennessState.OpenLogin, ["vuukle-comments", "vuukle.com", "vuukle_config"]),
        new("Twikoo", OpennessState.Open, ["twikoo.init", "twikoo.all.min.js", "id=\"twikoo\"", "id=\"tcomment\""]),
        new("Waline", OpennessState.Open, ["id=\"waline\"", "waline.init", "@waline/client"]),
        new("Valine", OpennessState.Open, ["new valine(", "valine.min.js", "id=\"vcomments\"", "class=\"valine"]),
        new("Artalk", OpennessState.Open, ["artalk.init", "artalk.js", "new artalk("]),
        new(
            "Ghost",
            OpennessState.OpenLogin,
            [
                "data-ghost-comments",
                "comments-ui.min.js",
                "ghost-comments",
                "/comments-ui@",
                "sodo-search\" data-comments",
            ]
        ),
        new("Hyvor Talk", OpennessState.OpenLogin, ["talk.hyvor.com", "<hyvor-talk-comments", "hyvor-talk-view"]),
        new("Remark42", OpennessState.OpenLogin, ["remark_config", "id=\"remark42\"", "remark42"]),
        new("Cusdis", OpennessState.Open, ["cusdis_thread", "cusdis.es.js", "cusdis.com/js"]),
        new("Discourse", OpennessState.OpenLogin, ["discourse-comments", "discourseembed", "discourse_embed"]),
        new("GraphComment", OpennessState.OpenLogin, ["graphcomment"]),
        new("Talkyard", OpennessState.OpenLogin, ["talkyard-comments", "talkyard-cdn"]),
        new("Muut", OpennessState.OpenLogin, ["cdn.muut.com", "class=\"muut"]),
        new("Schnack", OpennessState.OpenLogin, ["data-schnack", "schnack.js"]),
        new("HTML Comment Box", OpennessState.Open, ["htmlcommentbox", "id=\"hcb_"]),
        new("Commentics", OpennessState.Open, ["id=\"commentics\"", "cmtx_"]),
        new("FastComments", OpennessState.Open, ["fastcomments-widget", "fastcomments.com/js", "fastcommentsui"]),
        new("Emote", OpennessState.Open, ["emote_com"]),
        new("Hypercomments", OpennessState.OpenLogin, ["hypercomments.com"]),
        new("SolidOpinion", OpennessState.OpenLogin, ["solidopinion"]),
        new("ReplyBox", OpennessState.Open, ["id=\"replybox\"", "getreplybox"]),
        new("Mastodon", OpennessState.OpenLogin, ["mastodon-comments"]),
        new("Bluesky", OpennessState.OpenLogin, ["bluesky-comments"]),
        new(
            "Medium",
            OpennessState.OpenLogin,
            ["data-testid=\"storyresponse", "js-responsesloader", "js-responseswrapper", "aria-label=\"responses\""]
        ),
        new(
            "Substack",
            OpennessState.OpenLogin,
            ["comments-page", "post-ufi-comment-button", "id=\"discussion\" class=\"single-post-section"]
        ),
        new("Kinja", OpennessState.OpenLogin, ["js_reply-to-post", "js_replies"]),
        new("Changyan", OpennessState.OpenLogin, ["id=\"sohucs\"", "changyan.sohu.com", "changyan.itc.cn"]),
        new("Tencent", OpennessState.OpenLogin, ["coral.qq.com"]),
        new("LiveJournal", OpennessState.OpenLogin, ["b-leaf-", "lj-comment", "id=\"ljcmt"]),
        new("Squarespace", OpennessState.Open, ["squarespace-comments", "sqs-comment"]),
        new("Wix", OpennessState.OpenLogin, ["data-hook=\"comments-", "wix-comments"]),
    ];

    public bool StandsAt(string text, int at) =>
        Array.Exists(Marks, mark => text.AsSpan(at).StartsWith(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>To look at no system where there is none.</summary>
    public static SearchValues<string> AnyMark { get; } =
        SearchValues.Create([.. All.SelectMany(system => system.Marks)], StringComparison.OrdinalIgnoreCase);
}

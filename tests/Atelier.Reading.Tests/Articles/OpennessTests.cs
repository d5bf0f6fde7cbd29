using System.Text;

namespace Atelier.Reading.Articles;

public sealed class OpennessTests
{
    private const string Form =
        "<form action='/wp-comments-post.php' id=commentform><textarea name=comment></textarea></form>";

    [Theory]
    [InlineData(Form, OpennessState.Open, "WordPress")]
    [InlineData(Form + "<p>Comments are closed.</p>", OpennessState.Closed, "WordPress")]
    [InlineData(Form + "<p>Die Kommentare sind geschlossen.</p>", OpennessState.Closed, "WordPress")]
    [InlineData("<p>Les commentaires sont fermés.</p>", OpennessState.Closed, null)]
    [InlineData("<p>Комментарии закрыты.</p>", OpennessState.Closed, null)]
    [InlineData("<p>评论已关闭。</p>", OpennessState.Closed, null)]
    [InlineData("<p>コメントは受け付けていません。</p>", OpennessState.Closed, null)]
    [InlineData("<div class=nocomments></div>", OpennessState.Closed, null)]
    [InlineData("<script>var post={\"comment_status\":\"closed\"}</script>", OpennessState.Closed, null)]
    [InlineData(Form + "<p>Comments are moderated before they appear.</p>", OpennessState.Moderated, "WordPress")]
    [InlineData(
        "<p class=must-log-in>You must be <a href=/l>logged in</a> to post a comment.</p>",
        OpennessState.OpenLogin,
        "WordPress"
    )]
    [InlineData("<div id=disqus_thread></div>", OpennessState.OpenLogin, "Disqus")]
    [InlineData(
        "<script src='https://giscus.app/client.js' data-repo-id=x></script>",
        OpennessState.OpenLogin,
        "giscus"
    )]
    [InlineData("<script src='https://utteranc.es/client.js'></script>", OpennessState.OpenLogin, "utterances")]
    [InlineData("<div class=fb-comments></div>", OpennessState.OpenLogin, "Facebook")]
    [InlineData("<script src='https://cdn.livefyre.com/L.js'></script>", OpennessState.None, "Livefyre")]
    [InlineData("<section id=isso-thread></section>", OpennessState.Open, "Isso")]
    [InlineData(
        "<iframe id=comment-editor src='https://www.blogger.com/comment/frame/1'></iframe>",
        OpennessState.Open,
        "Blogger"
    )]
    [InlineData("<form class=comment-form><textarea name=body></textarea></form>", OpennessState.Open, null)]
    [InlineData("<form id=contact><textarea name=comments></textarea></form>", OpennessState.None, null)]
    [InlineData("<div id=comments>2 comments</div>", OpennessState.Unknown, null)]
    [InlineData(
        "<p id=reply>You must <a href=/l>login or create an account</a> to comment.</p>",
        OpennessState.OpenLogin,
        null
    )]
    [InlineData("<div class=gig-comments-container></div>", OpennessState.OpenLogin, "Gigya")]
    [InlineData("<div id=SOHUCS></div>", OpennessState.OpenLogin, "Changyan")]
    [InlineData(
        "<form class=comment-form><a class=login-link href=/l>Sign in</a></form>",
        OpennessState.OpenLogin,
        null
    )]
    [InlineData("<script>var page={\"isCommentable\":false}</script>", OpennessState.Closed, null)]
    [InlineData("<script>var page={\"liveCommentsEnabled\":false}</script>", OpennessState.None, null)]
    [InlineData("<section id=comentarios></section>", OpennessState.Unknown, null)]
    [InlineData("<a href='/forum/7/comment/'>Read what others say</a>", OpennessState.Unknown, null)]
    [InlineData("", OpennessState.None, null)]
    public void Tells_whether_readers_may_write_and_why(string below, OpennessState state, string? system)
    {
        var text = string.Concat(
            Enumerable.Repeat(
                "<p>A sentence of some length, with a comma, about disqus_thread, which is a name and no comment box at all.</p>",
                6
            )
        );
        var html = $"<body><article>{text}</article>{below}</body>";
        var page = ArticleReader
            .Read(Encoding.UTF8.GetBytes(html), null, new("https://x.org/a"), TestContext.Current.CancellationToken)
            .Page!;
        Assert.Equal((state, system), (page.Openness.State, page.Openness.System));
        Assert.False(string.IsNullOrWhiteSpace(page.Openness.Evidence));
    }

    [Fact]
    public void A_reader_who_says_so_closes_nothing()
    {
        var html =
            $"<body><p>Text, a lot of text, about bees and trees.</p>{Form}<ol><li class=comment><div class=comment-content><p>Why, comments are closed on the other post!</p></div></li></ol></body>";
        var page = ArticleReader
            .Read(Encoding.UTF8.GetBytes(html), null, new("https://x.org/a"), TestContext.Current.CancellationToken)
            .Page!;
        Assert.Equal((OpennessState.Open, 1), (page.Openness.State, page.CommentCount));
    }
}

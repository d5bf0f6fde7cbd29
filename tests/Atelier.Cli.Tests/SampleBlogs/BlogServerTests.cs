using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Atelier.Cli.Demo;

namespace Atelier.Cli.SampleBlogs;

public sealed class BlogServerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly IReadOnlyList<SampleBlog> _blogs = SampleBlog.ReadAll(Now);
    private readonly BlogServer _server;

    public BlogServerTests() => _server = new(_blogs, PrivateStudio.FreePort());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_blog_is_a_host_of_its_own_with_its_posts()
    {
        Assert.True(_blogs.Count >= 12);
        Assert.Equal(_blogs.Count, _blogs.Select(blog => blog.Host).Distinct().Count());
        foreach (var blog in _blogs)
        {
            var home = await TextAsync(_server.Homes[blog.Folder]);
            Assert.Contains(WebUtility.HtmlEncode(blog.Name), home, StringComparison.Ordinal);
            Assert.All(blog.Posts, post => Assert.Contains(post.Path, home, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_post_is_a_page_with_its_words_and_how_old_it_is()
    {
        var page = await TextAsync(new Uri(_server.Homes["classroom-green"], "/posts/radishes-before-the-holidays/"));
        Assert.Contains("41 euros", page, StringComparison.Ordinal);
        Assert.Contains("2026-05-02T07:00:00", page, StringComparison.Ordinal);
        Assert.Contains("id=\"commentform\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hearth-garden")]
    [InlineData("soil-notes")]
    [InlineData("compost-lab")]
    public async Task A_feed_is_well_formed_unless_it_is_a_trap(string blog) =>
        Assert.NotNull(XDocument.Parse(await TextAsync(new Uri(_server.Homes[blog], "/feed"))).Root);

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var feed = new Uri(_server.Homes["hearth-garden"], "/feed");
        using var first = await _http.GetAsync(feed, Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, feed);
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.Tag));
        using var second = await _http.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/posts/round-and-round/", "/posts/round-and-round/?again")]
    [InlineData("/posts/the-inner-rooms/", "http://169.254.169.254/latest/meta-data/")]
    public async Task A_trap_leads_on(string path, string to)
    {
        using var answer = await _http.GetAsync(new Uri(_server.Homes["trapdoor"], path), Cancel);
        Assert.Equal(to, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_bomb_is_small_on_the_wire()
    {
        var answer = await _http.GetByteArrayAsync(
            new Uri(_server.Homes["trapdoor"], "/posts/a-very-small-zip/"),
            Cancel
        );
        Assert.InRange(answer.Length, 1, 2_000);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<string> TextAsync(Uri address) => _http.GetStringAsync(address, Cancel);
}

using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Cli.SampleBlogs;

/// <summary>Serves the sample blogs on this machine alone, each at a loopback address of its own.</summary>
internal sealed class BlogServer : IAsyncDisposable
{
    /// <summary>Where all of them are, as a studio's list of inside servers takes it.</summary>
    public const string Network = "127.0.1.0/24";

    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, (SampleBlog Blog, BlogPages Pages, Uri Home)> _byHost = [];
    private readonly Task _serving;

    /// <exception cref="HttpListenerException">The port is taken.</exception>
    public BlogServer(IReadOnlyList<SampleBlog> blogs, int port)
    {
        Homes = blogs.ToDictionary(blog => blog.Folder, blog => new Uri($"http://{blog.Host}:{port}/"));
        foreach (var blog in blogs)
        {
            var home = Homes[blog.Folder];
            _byHost[blog.Host] = (blog, new BlogPages(blog, Homes), home);
            _listener.Prefixes.Add(home.AbsoluteUri);
        }
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where each blog is, by its folder.</summary>
    public IReadOnlyDictionary<string, Uri> Homes { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Close();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                _ = AnswerAsync(call);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // stopped
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        try
        {
            var (blog, pages, home) = _byHost[call.Request.Url!.Host];
            var path = call.Request.Url.AbsolutePath;
            if (blog.Traps?.GetValueOrDefault(path) is { } trap)
                await BlogTraps.SpringAsync(trap, call, _stop.Token);
            else if (PageAt(blog, pages, home, path) is var (type, text))
                Send(call, type, Encoding.UTF8.GetBytes(text));
            else
                SendNothing(call, HttpStatusCode.NotFound);
        }
        catch (Exception e)
            when (e is HttpListenerException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            call.Response.Abort(); // the reader went away, or we stop
        }
    }

    private static (string Type, string Text)? PageAt(SampleBlog blog, BlogPages pages, Uri home, string path) =>
        path switch
        {
            "/" or "/archive/" or "/about/" => ("text/html; charset=utf-8", pages.Home()),
            "/robots.txt" when blog.Robots is { } robots => ("text/plain", robots),
            "/feed" when BlogFeeds.TypeOf(blog.Feed) is { } type => (type, BlogFeeds.Write(blog, home)),
            "/sitemap.xml" => ("application/xml", BlogFeeds.Sitemap(blog, home)),
            _ when blog.Posts.FirstOrDefault(post => post.Path == path) is { } post => (
                "text/html; charset=utf-8",
                pages.Post(post)
            ),
            _ => null,
        };

    private static void Send(HttpListenerContext call, string type, byte[] body)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"";
        call.Response.AddHeader("ETag", tag);
        if (call.Request.Headers["If-None-Match"] == tag)
        {
            SendNothing(call, HttpStatusCode.NotModified);
            return;
        }
        call.Response.ContentType = type;
        call.Response.Close(call.Request.HttpMethod is "HEAD" ? [] : body, willBlock: false);
    }

    private static void SendNothing(HttpListenerContext call, HttpStatusCode status)
    {
        call.Response.StatusCode = (int)status;
        call.Response.Close();
    }
}

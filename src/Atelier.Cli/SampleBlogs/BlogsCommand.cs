using System.Globalization;
using System.Net;

namespace Atelier.Cli.SampleBlogs;

/// <summary><c>atelier blogs [--port N]</c>: serves the sample blogs until it is stopped.</summary>
internal static class BlogsCommand
{
    public const int UsualPort = 8099;

    public static async Task<int> RunAsync(string[] words, TimeProvider clock, CancellationToken stop)
    {
        if (PortOf(words) is not { } port)
            return Refuse("usage: atelier blogs [--port N]");
        try
        {
            var blogs = SampleBlog.ReadAll(clock.GetUtcNow());
            await using var server = new BlogServer(blogs, port);
            foreach (var blog in blogs)
                Console.WriteLine($"{server.Homes[blog.Folder]}  {blog.Name}");
            Console.WriteLine($"Let the studio read them with Atelier__Outgoing__Allow__0={BlogServer.Network}");
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, stop);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (HttpListenerException e)
        {
            return Refuse(e.Message);
        }
    }

    private static int? PortOf(string[] words) =>
        words switch
        {
            [] => UsualPort,
            ["--port", var number]
                when int.TryParse(number, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 =>
                port,
            _ => null,
        };

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"atelier blogs: {why}");
        return 2;
    }
}

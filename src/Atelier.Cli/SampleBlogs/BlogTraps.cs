using System.IO.Compression;
using System.Net;

namespace Atelier.Cli.SampleBlogs;

/// <summary>What a reader of the web runs into.</summary>
internal static class BlogTraps
{
    private const int BombBytes = 100 * 1024 * 1024;

    public static async Task SpringAsync(string trap, HttpListenerContext call, CancellationToken stop)
    {
        var answer = call.Response;
        answer.ContentType = "text/html; charset=utf-8";
        switch (trap)
        {
            case "loop":
                answer.Redirect(call.Request.Url!.AbsolutePath + "?again");
                answer.Close();
                break;
            case "inside":
                answer.Redirect("http://169.254.169.254/latest/meta-data/");
                answer.Close();
                break;
            case "bomb":
                answer.AddHeader("Content-Encoding", "br");
                answer.Close(Bomb(), willBlock: false);
                break;
            case "cut":
                answer.ContentLength64 = 5_000;
                await answer.OutputStream.WriteAsync("<html><p>There is more than this"u8.ToArray(), stop);
                answer.Abort();
                break;
            default:
                await DripAsync(answer, stop);
                break;
        }
    }

    /// <summary>Zeros, some hundred bytes of them on the wire.</summary>
    private static byte[] Bomb()
    {
        using var small = new MemoryStream();
        using (var zip = new BrotliStream(small, CompressionLevel.Optimal))
        {
            var zeros = new byte[1024 * 1024];
            for (var sent = 0; sent < BombBytes; sent += zeros.Length)
                zip.Write(zeros);
        }
        return small.ToArray();
    }

    private static async Task DripAsync(HttpListenerResponse answer, CancellationToken stop)
    {
        answer.SendChunked = true;
        var letter = "<"u8.ToArray();
        while (!stop.IsCancellationRequested)
        {
            await answer.OutputStream.WriteAsync(letter, stop);
            await answer.OutputStream.FlushAsync(stop);
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, stop);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Atelier.Testing.Models.Mirrors;

/// <summary>What goes wrong with the next requests of a fake database, and with which.</summary>
public sealed class FakeTrouble
{
    private readonly ConcurrentQueue<FakeReply> _next = new();
    private int _requests;

    /// <summary>Requests that came, answered or not.</summary>
    public int Requests => _requests;

    /// <summary>Requests whose body has this in it are refused with status 400.</summary>
    public string? Dislikes { get; set; }

    /// <summary>Requests that are taken before the next ones fail.</summary>
    public int Before { get; set; }

    /// <summary>The next requests get these, <see cref="Before"/> others.</summary>
    public void Next(params ReadOnlySpan<FakeReply> replies)
    {
        foreach (var reply in replies)
            _next.Enqueue(reply);
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void End()
    {
        _next.Clear();
        (Before, Dislikes) = (0, null);
    }

    /// <returns>True when the request has been answered.</returns>
    internal async Task<bool> MakeAsync(HttpContext context, string body, Func<int, string, string, object> error)
    {
        Interlocked.Increment(ref _requests);
        if (Dislikes is { } part && body.Contains(part, StringComparison.Ordinal))
        {
            await WriteAsync(400, "disliked", "The fake does not take this one.");
            return true;
        }
        if (Before > 0)
        {
            Before--;
            return false;
        }
        if (!_next.TryDequeue(out var reply))
            return false;
        switch (reply)
        {
            case FakeReply.Failure failure:
                if (failure.RetryAfter is { } pause)
                    context.Response.Headers.RetryAfter = pause;
                await WriteAsync(failure.Status, failure.Code, "The fake was told to fail.");
                return true;
            case FakeReply.Raw raw:
                await context.Response.WriteAsync(raw.Body);
                return true;
            default:
                context.Abort();
                return true;
        }

        Task WriteAsync(int status, string code, string message)
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsJsonAsync(error(status, code, message));
        }
    }
}

using System.Text.RegularExpressions;
using System.Threading.Channels;
using Atelier.JobEngine;
using Atelier.Platform.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Support;

public sealed record Letter(string To, string Subject, string Text);

/// <summary>A studio whose mails the test reads.</summary>
public sealed class MailedStudio : StudioFactory
{
    private readonly Channel<Letter> _sent = Channel.CreateUnbounded<Letter>();
    private readonly List<Letter> _opened = [];

    /// <summary>Waits for a letter to this address, and takes it out of the post.</summary>
    public async Task<Letter> LetterToAsync(string email, string subject)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (_opened.Find(letter => letter.To == email && letter.Subject == subject) is { } found)
            {
                _opened.Remove(found);
                await RestAsync(patience.Token);
                return found;
            }
            _opened.Add(await _sent.Reader.ReadAsync(patience.Token));
        }
    }

    /// <returns>The token in the next link that lets this person choose a new password.</returns>
    public async Task<string> ResetTokenAsync(string email)
    {
        var letter = await LetterToAsync(email, "Choose a new password");
        return Regex.Match(letter.Text, @"http://127\.0\.0\.1:8080/reset#token=(\S+)").Groups[1].Value;
    }

    /// <summary>Waits until no job is left: while one that has sent its mail still ends, another like it would not begin.</summary>
    private async Task RestAsync(CancellationToken cancel)
    {
        using var feed = await Services.GetRequiredService<JobFeed>().WatchAsync(cancel);
        await using var count = Database.CreateCommand("select count(*) from jobs.job where state in (0, 1, 2)");
        while (await count.ExecuteScalarAsync(cancel) is not 0L)
            await feed.NextAsync(cancel);
    }

    internal override void Adjust(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IMail>(new Postbox(_sent.Writer));

    private sealed class Postbox(ChannelWriter<Letter> sent) : IMail
    {
        public Task SendAsync(string to, string subject, string text, CancellationToken cancel) =>
            sent.WriteAsync(new(to, subject, text), cancel).AsTask();
    }
}

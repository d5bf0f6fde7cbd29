using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Atelier.Platform.Mail;

internal interface IMail
{
    /// <summary>Hands over one message in plain text; throws when the server did not take it.</summary>
    Task SendAsync(string to, string subject, string text, CancellationToken cancel);
}

/// <summary>Sends by SMTP, or leaves an .eml file in the outbox where no server is set.</summary>
internal sealed class PostOffice(IOptions<MailOptions> options, IOptions<StudioOptions> studio, ILogger<PostOffice> log)
    : IMail
{
    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        using var message = new MailMessage(options.Value.From, to, subject, text);
        using var client = Client();
        await client.SendMailAsync(message, cancel);
    }

    private SmtpClient Client()
    {
        var mail = options.Value;
        if (mail.Host is not "")
            return new SmtpClient(mail.Host, mail.Port)
            {
                EnableSsl = mail.Tls,
                Credentials = mail.User is "" ? null : new NetworkCredential(mail.User, mail.Password),
            };
        var outbox = studio.Value.DataPath("outbox");
        // Messages carry secrets such as reset links: for the studio's account only.
        Directory.CreateDirectory(outbox, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        log.LogWarning("No SMTP server is set (Atelier:Mail:Host): a message was left in {Outbox}", outbox);
        return new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = outbox,
        };
    }
}

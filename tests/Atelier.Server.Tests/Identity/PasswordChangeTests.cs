using System.Net;
using Atelier.Platform;
using Atelier.Platform.Mail;
using Atelier.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Atelier.Identity;

public sealed class PasswordChangeTests(MailedStudio studio) : IClassFixture<MailedStudio>
{
    private const string Old = "a quiet blue harbour";
    private const string New = "nine lanterns over moss";

    [Fact]
    public async Task A10_a_change_needs_the_current_password_and_ends_the_other_sessions()
    {
        var email = await RegisterAsync();
        var (here, elsewhere) = (await LoginAsync(email), await LoginAsync(email));
        using var http = Authorised(here.Access);
        using var other = Authorised(elsewhere.Access);

        (await ChangeAsync(http, "not the password", New)).ExpectProblem(HttpStatusCode.Forbidden, "wrong_password");
        var refused = await ChangeAsync(http, Old, "password1");
        Assert.NotNull(refused.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["password"]);
        (await other.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.OK);
        (await ChangeAsync(http, Old, New)).Expect(HttpStatusCode.NoContent);

        await studio.LetterToAsync(email, "Your password was changed");
        (await http.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.OK);
        (await other.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.Unauthorized);
        (await PostAsync("auth/refresh", new { refreshToken = elsewhere.Refresh })).Expect(HttpStatusCode.Unauthorized);
        (await PostAsync("auth/login", new { email, password = Old })).Expect(HttpStatusCode.Unauthorized);
        await LoginAsync(email, New);
    }

    [Fact]
    public async Task A11_a_mailed_link_sets_a_password_once_and_ends_every_session()
    {
        var email = await RegisterAsync();
        using var http = Authorised((await LoginAsync(email)).Access);
        (await PostAsync("auth/forgot", new { email = email.ToUpperInvariant() })).Expect(HttpStatusCode.Accepted);
        var token = await studio.ResetTokenAsync(email);
        Assert.Equal(43, token.Length); // 256 bits

        var weak = await ResetAsync(token, "password1");
        Assert.NotNull(weak.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["password"]);
        (await ResetAsync(token, New)).Expect(HttpStatusCode.NoContent);

        Assert.NotNull((await ResetAsync(token, New)).ExpectProblem(HttpStatusCode.BadRequest, "invalid")["token"]);
        (await http.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.Unauthorized);
        await LoginAsync(email, New);
    }

    [Fact]
    public async Task A11_a_link_dies_within_the_hour_and_with_a_changed_password()
    {
        var email = await RegisterAsync();
        await PostAsync("auth/forgot", new { email });
        var late = await studio.ResetTokenAsync(email);
        studio.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.NotNull((await ResetAsync(late, New)).ExpectProblem(HttpStatusCode.BadRequest, "invalid")["token"]);

        await PostAsync("auth/forgot", new { email });
        var overtaken = await studio.ResetTokenAsync(email);
        using var http = Authorised((await LoginAsync(email)).Access);
        (await ChangeAsync(http, Old, New)).Expect(HttpStatusCode.NoContent);
        Assert.NotNull((await ResetAsync(overtaken, Old)).ExpectProblem(HttpStatusCode.BadRequest, "invalid")["token"]);
    }

    [Fact]
    public async Task A06_asking_for_a_link_answers_alike_for_an_unknown_address()
    {
        var email = (await studio.RegisterAsync()).Email;
        var known = await PostAsync("auth/forgot", new { email });
        await studio.ResetTokenAsync(email);

        var unknown = await PostAsync("auth/forgot", new { email = NewEmail() });

        Assert.Equal((HttpStatusCode.Accepted, null), (known.Status, known.Body));
        Assert.Equal(known, unknown);
    }

    [Fact]
    public async Task Without_a_mail_server_a_message_lies_in_the_outbox_for_the_owner_only()
    {
        var options = Options.Create(new StudioOptions { Data = studio.DataFolder });
        var office = new PostOffice(Options.Create(new MailOptions()), options, NullLogger<PostOffice>.Instance);

        await office.SendAsync("ann@example.org", "Hello", "A letter.", TestContext.Current.CancellationToken);

        var outbox = new DirectoryInfo(Path.Combine(studio.DataFolder, "outbox"));
        var letter = await File.ReadAllTextAsync(
            outbox.GetFiles("*.eml").Single().FullName,
            TestContext.Current.CancellationToken
        );
        Assert.Contains("ann@example.org", letter, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.None, outbox.UnixFileMode & (UnixFileMode.GroupRead | UnixFileMode.OtherRead));
    }

    private string NewEmail() => $"{Guid.CreateVersion7(studio.Clock.GetUtcNow()):n}@example.org";

    private async Task<string> RegisterAsync()
    {
        var email = NewEmail();
        (await PostAsync("auth/register", new { email, password = Old })).Expect(HttpStatusCode.Created);
        return email;
    }

    private async Task<(string Access, string Refresh)> LoginAsync(string email, string password = Old)
    {
        var tokens = (await PostAsync("auth/login", new { email, password })).Expect(HttpStatusCode.OK);
        return (tokens["accessToken"]!.GetValue<string>(), tokens["refreshToken"]!.GetValue<string>());
    }

    private static Task<Answer> ChangeAsync(HttpClient http, string currentPassword, string password) =>
        http.AskAsync(HttpMethod.Post, "auth/password", new { currentPassword, password });

    private Task<Answer> ResetAsync(string token, string password) => PostAsync("auth/reset", new { token, password });

    private Task<Answer> PostAsync(string path, object body) => studio.Stranger.AskAsync(HttpMethod.Post, path, body);

    private HttpClient Authorised(string token)
    {
        var http = new HttpClient { BaseAddress = studio.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }
}

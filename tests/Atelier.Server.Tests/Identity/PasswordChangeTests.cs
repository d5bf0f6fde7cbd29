using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
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
    public async Task A11_a_link_leads_to_the_configured_address_whatever_host_the_request_names()
    {
        var email = await RegisterAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(studio.Address, "/api/v1/auth/forgot"));
        request.Headers.Host = "evil.test";
        request.Headers.Add("X-Forwarded-Host", "evil.test");
        request.Content = JsonContent.Create(new { email });

        using var answer = await studio.Stranger.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.NotEmpty(await studio.ResetTokenAsync(email)); // found behind the configured address only
    }

    [Fact]
    public async Task B11_an_old_refresh_token_ends_the_whole_session_and_its_person_is_told_once()
    {
        var email = await RegisterAsync();
        var first = await LoginAsync(email);
        var second = (await RefreshAsync(first.Refresh)).Expect(HttpStatusCode.OK);
        using var http = Authorised(second["accessToken"]!.GetValue<string>());
        studio.Clock.Advance(TimeSpan.FromSeconds(11));

        for (var i = 0; i < 3; i++)
            (await RefreshAsync(first.Refresh)).ExpectProblem(HttpStatusCode.Unauthorized, "invalid_refresh_token");

        var newest = await RefreshAsync(second["refreshToken"]!.GetValue<string>());
        newest.ExpectProblem(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        (await http.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.Unauthorized);
        await studio.LetterToAsync(email, "One of your logins was ended");
        var session = JsonNode.Parse(ForgedToken.BodyOf(first.Access))!["sid"]!.GetValue<Guid>();
        Assert.Equal(
            1L,
            await CountAsync(
                "jobs.job_data where args::text like '%logins was ended%' and args::text like '%' || $1 || '%'",
                email
            )
        );
        Assert.Equal(
            1L,
            await CountAsync("audit.entry where action = 'session.refresh_reused' and subject_id = $1", session)
        );
    }

    [Fact]
    public async Task B11_an_old_token_that_has_expired_since_ends_the_session_too()
    {
        var first = await LoginAsync(await RegisterAsync());
        var token = first.Refresh;
        for (var day = 0; day < 10; day += 5)
        {
            token = (await RefreshAsync(token)).Expect(HttpStatusCode.OK)["refreshToken"]!.GetValue<string>();
            studio.Clock.Advance(TimeSpan.FromDays(5));
        }

        (await RefreshAsync(first.Refresh)).Expect(HttpStatusCode.Unauthorized);

        (await RefreshAsync(token)).Expect(HttpStatusCode.Unauthorized);
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

    private async Task<object?> CountAsync(string rows, object parameter)
    {
        await using var count = studio.Database.CreateCommand($"select count(*) from {rows}");
        count.Parameters.AddWithValue(parameter);
        return await count.ExecuteScalarAsync(TestContext.Current.CancellationToken);
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

    private Task<Answer> RefreshAsync(string refreshToken) => PostAsync("auth/refresh", new { refreshToken });

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

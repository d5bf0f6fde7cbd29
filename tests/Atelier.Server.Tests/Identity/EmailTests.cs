using System.Net;
using System.Text.RegularExpressions;
using Atelier.Identity.Sessions;
using Atelier.Support;

namespace Atelier.Identity;

/// <summary>Whose address it is, and another instead of it.</summary>
public sealed class EmailTests(MailedStudio studio) : IClassFixture<MailedStudio>
{
    private const string Password = StudioFactory.Password;

    [Fact]
    public async Task A_new_account_gets_a_link_that_confirms_its_address_once()
    {
        var email = NewEmail();
        var created = await PostAsync("auth/register", new { email, password = Password });
        Assert.Null(created.Expect(HttpStatusCode.Created)["emailVerifiedAt"]);
        var token = await TokenAsync(email, "Confirm your address", "verify");
        Assert.Equal(43, token.Length); // 256 bits
        Assert.Equal(1L, await CountAsync(RefreshToken.HashOf(token)));

        (await PostAsync("auth/email/confirm", new { token })).Expect(HttpStatusCode.BadRequest); // another kind of link
        (await PostAsync("auth/verify", new { token })).Expect(HttpStatusCode.NoContent);

        ExpectDead(await PostAsync("auth/verify", new { token }));
        var login = await PostAsync("auth/login", new { email, password = Password });
        using var http = Authorised($"{login.Expect(HttpStatusCode.OK)["accessToken"]}");
        var me = (await http.AskAsync(HttpMethod.Get, "auth/me")).Expect(HttpStatusCode.OK);
        Assert.Equal(studio.Clock.GetUtcNow().Date, me["emailVerifiedAt"]!.GetValue<DateTimeOffset>().Date);
        var again = await http.AskAsync(HttpMethod.Post, "auth/verify/resend");
        again.ExpectProblem(HttpStatusCode.Conflict, "email_verified");
    }

    [Fact]
    public async Task A_new_password_by_a_mailed_link_confirms_the_address_too()
    {
        var person = await studio.RegisterAsync();
        var reset = await ResetTokenAsync(person);
        (await PostAsync("auth/reset", new { token = reset, password = Password })).Expect(HttpStatusCode.NoContent);

        person = await studio.SignInAgainAsync(person);
        var me = (await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK);
        Assert.NotNull(me["emailVerifiedAt"]);
        var again = await person.PostAsync("auth/verify/resend");
        again.ExpectProblem(HttpStatusCode.Conflict, "email_verified");
        await using var trail = studio.Database.CreateCommand(
            $"select string_agg(action, ' ' order by id) from audit.entry where subject_id = '{person.Id}'"
        );
        var actions = await trail.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        Assert.Equal("password.reset email.verified", actions);
    }

    [Fact]
    public async Task A_link_that_was_mailed_elsewhere_confirms_nothing()
    {
        var person = await studio.RegisterAsync();
        var reset = await ResetTokenAsync(person);
        await using (
            var elsewhere = studio.Database.CreateCommand(
                $"update identity.one_time_token set email = 'old@example.org' where user_id = '{person.Id}'"
            )
        )
            await elsewhere.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        (await PostAsync("auth/reset", new { token = reset, password = Password })).Expect(HttpStatusCode.NoContent);

        var me = await (await studio.SignInAgainAsync(person)).GetAsync("auth/me");
        Assert.Null(me.Expect(HttpStatusCode.OK)["emailVerifiedAt"]);
    }

    [Fact]
    public async Task A_link_dies_after_a_day_and_with_the_next_one()
    {
        var person = await studio.RegisterAsync();
        var late = await ResentAsync(person);
        studio.Clock.Advance(TimeSpan.FromHours(24));
        ExpectDead(await PostAsync("auth/verify", new { token = late }));
        person = await studio.RegisterAsync();

        var first = await ResentAsync(person);
        var second = await ResentAsync(person);

        ExpectDead(await PostAsync("auth/verify", new { token = first }));
        (await PostAsync("auth/verify", new { token = second })).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_address_changes_when_the_new_one_confirms_it_and_the_old_one_is_told()
    {
        var person = await studio.RegisterAsync();
        var (here, email) = (await studio.SignInAgainAsync(person), NewEmail());

        (await here.PostAsync("auth/email", new { email })).Expect(HttpStatusCode.Accepted);

        await studio.LetterToAsync(person.Email, "Your address is to change");
        var token = await TokenAsync(email, "Confirm your new address", "email");
        Assert.Equal(person.Email, await EmailOfAsync(here));
        ExpectDead(await PostAsync("auth/verify", new { token })); // another kind of link
        (await PostAsync("auth/email/confirm", new { token })).Expect(HttpStatusCode.NoContent);
        ExpectDead(await PostAsync("auth/email/confirm", new { token }));
        await studio.LetterToAsync(person.Email, "Your address was changed");
        Assert.Equal([email, email], [await EmailOfAsync(here), await EmailOfAsync(person)]); // sessions stay
        (await LoginAsync(person.Email)).Expect(HttpStatusCode.Unauthorized);
        (await LoginAsync(email)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_taken_address_shows_only_to_who_reads_its_mail()
    {
        var (person, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var free = await person.PostAsync("auth/email", new { email = NewEmail() });

        var taken = await person.PostAsync("auth/email", new { email = other.Email.ToUpperInvariant() });

        Assert.Equal(free, taken);
        var token = await TokenAsync(other.Email.ToUpperInvariant(), "Confirm your new address", "email");
        var confirmed = await PostAsync("auth/email/confirm", new { token });
        confirmed.ExpectProblem(HttpStatusCode.Conflict, "email_taken");
        Assert.Equal(person.Email, await EmailOfAsync(person));
    }

    [Fact]
    public async Task A12_another_address_takes_a_login_of_the_last_five_minutes()
    {
        var person = await studio.RegisterAsync();
        studio.Clock.Advance(TimeSpan.FromMinutes(6));

        var refused = await person.PostAsync("auth/email", new { email = NewEmail() });

        refused.ExpectProblem(HttpStatusCode.Forbidden, "step_up_required");
    }

    [Fact]
    public async Task A_change_of_password_stops_a_change_of_address()
    {
        var (person, email) = (await studio.RegisterAsync(), NewEmail());
        await person.PostAsync("auth/email", new { email });
        var token = await TokenAsync(email, "Confirm your new address", "email");
        var passwords = new { currentPassword = Password, password = "nine lanterns over moss" };

        (await person.PostAsync("auth/password", passwords)).Expect(HttpStatusCode.NoContent);

        ExpectDead(await PostAsync("auth/email/confirm", new { token }));
    }

    [Fact]
    public async Task The_address_that_is_there_and_what_is_no_address_are_refused()
    {
        var person = await studio.RegisterAsync();
        foreach (var email in (string[])[person.Email.ToUpperInvariant(), "nobody", "a@b\r\nBcc: c@d", ""])
        {
            var refused = await person.PostAsync("auth/email", new { email });
            Assert.NotNull(refused.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["email"]);
        }
    }

    private async Task<string> ResetTokenAsync(Person person)
    {
        (await PostAsync("auth/forgot", new { email = person.Email })).Expect(HttpStatusCode.Accepted);
        return await studio.ResetTokenAsync(person.Email);
    }

    private async Task<string> ResentAsync(Person person)
    {
        (await person.PostAsync("auth/verify/resend")).Expect(HttpStatusCode.Accepted);
        return await TokenAsync(person.Email, "Confirm your address", "verify");
    }

    private async Task<string> TokenAsync(string email, string subject, string page)
    {
        var letter = await studio.LetterToAsync(email, subject);
        return Regex.Match(letter.Text, $@"http://127\.0\.0\.1:8080/{page}#token=(\S+)").Groups[1].Value;
    }

    private async Task<object?> CountAsync(byte[] hash)
    {
        await using var count = studio.Database.CreateCommand(
            "select count(*) from identity.one_time_token where hash = $1"
        );
        count.Parameters.AddWithValue(hash);
        return await count.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static void ExpectDead(Answer answer) =>
        Assert.NotNull(answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["token"]);

    private static async Task<string> EmailOfAsync(Person person) =>
        $"{(await person.GetAsync("auth/me")).Expect(HttpStatusCode.OK)["email"]}";

    private string NewEmail() => $"{Guid.CreateVersion7(studio.Clock.GetUtcNow()):n}@example.org";

    private Task<Answer> LoginAsync(string email) => PostAsync("auth/login", new { email, password = Password });

    private Task<Answer> PostAsync(string path, object body) => studio.Stranger.AskAsync(HttpMethod.Post, path, body);

    private HttpClient Authorised(string token)
    {
        var http = new HttpClient { BaseAddress = studio.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }
}

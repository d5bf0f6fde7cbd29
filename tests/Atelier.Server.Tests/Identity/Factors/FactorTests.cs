using System.Net;
using Atelier.Support;

namespace Atelier.Identity.Factors;

public sealed class FactorTests(StudioFactory studio) : IClassFixture<StudioFactory>
{
    [Fact]
    public async Task A_login_with_a_second_factor_takes_the_password_and_then_a_code()
    {
        var person = await studio.RegisterAsync();
        var (app, _) = await App.EnrolAsync(studio, person);

        var challenge = await ChallengeAsync(person);
        var tokens = (await FinishAsync(challenge, app.NextCode())).Expect(HttpStatusCode.OK);

        Assert.NotNull(tokens["accessToken"]);
        (await FinishAsync(challenge, app.NextCode())).ExpectProblem(HttpStatusCode.Unauthorized, "challenge_expired");
        var late = await ChallengeAsync(person);
        studio.Clock.Advance(TimeSpan.FromMinutes(5));
        (await FinishAsync(late, app.NextCode())).ExpectProblem(HttpStatusCode.Unauthorized, "challenge_expired");
    }

    [Fact]
    public async Task A13_a_code_counts_once_even_for_two_at_the_same_moment()
    {
        var person = await studio.RegisterAsync();
        var (app, _) = await App.EnrolAsync(studio, person);
        var (one, two) = (await ChallengeAsync(person), await ChallengeAsync(person));
        var code = app.NextCode();

        var answers = await Task.WhenAll(FinishAsync(one, code), FinishAsync(two, code));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A13_a_code_of_two_steps_ago_is_too_old()
    {
        var person = await studio.RegisterAsync();
        var (app, _) = await App.EnrolAsync(studio, person);
        studio.Clock.Advance(TimeSpan.FromMinutes(5)); // its old steps were taken by nobody

        var old = await FinishAsync(await ChallengeAsync(person), app.CodeOf(stepsAgo: 2));

        old.ExpectProblem(HttpStatusCode.Unauthorized, "wrong_code");
    }

    [Fact]
    public async Task A13_the_sixth_wrong_code_is_held_back_and_so_is_a_right_one_meanwhile()
    {
        var person = await studio.RegisterAsync();
        var (app, _) = await App.EnrolAsync(studio, person);
        var challenge = await ChallengeAsync(person);
        for (var i = 0; i < 5; i++)
            (await FinishAsync(challenge, app.WrongCode())).ExpectProblem(HttpStatusCode.Unauthorized, "wrong_code");

        var wrong = await FinishAsync(challenge, app.WrongCode());
        var right = await FinishAsync(challenge, app.CodeOf(stepsAgo: 0));

        wrong.ExpectProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
        right.ExpectProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
        studio.Clock.Advance(TimeSpan.FromSeconds(31));
        (await FinishAsync(challenge, app.NextCode())).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A13_a_recovery_code_works_once_however_it_is_typed()
    {
        var person = await studio.RegisterAsync();
        var (_, codes) = await App.EnrolAsync(studio, person);
        Assert.Equal(10, codes.Distinct().Count());
        var typed = codes[3].ToUpperInvariant().Replace('-', ' ');

        (await FinishAsync(await ChallengeAsync(person), typed)).Expect(HttpStatusCode.OK);

        var again = await FinishAsync(await ChallengeAsync(person), codes[3]);
        again.ExpectProblem(HttpStatusCode.Unauthorized, "wrong_code");
        Assert.Equal(9, (await person.GetAsync("auth/totp")).Body!["recoveryCodesLeft"]!.GetValue<int>());
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones()
    {
        var person = await studio.RegisterAsync();
        var (_, old) = await App.EnrolAsync(studio, person);

        var renewed = (await person.PostAsync("auth/totp/recovery-codes")).Expect(HttpStatusCode.OK)["recoveryCodes"]!;

        (await FinishAsync(await ChallengeAsync(person), old[0])).Expect(HttpStatusCode.Unauthorized);
        (await FinishAsync(await ChallengeAsync(person), renewed[0]!.GetValue<string>())).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nothing_changes_for_logins_until_a_code_has_confirmed_the_app()
    {
        var person = await studio.RegisterAsync();
        var enrolment = (await person.PostAsync("auth/totp")).Expect(HttpStatusCode.OK);

        Assert.StartsWith("<svg", enrolment["qr"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Matches(@"^otpauth://totp/Atelier:\S+\?secret=[A-Z2-7]{32}&issuer=Atelier$", $"{enrolment["uri"]}");
        var wrong = await person.PostAsync("auth/totp/confirm", new { code = "12345" });
        Assert.NotNull(wrong.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["code"]);
        (await LoginAsync(person)).Expect(HttpStatusCode.OK);
        (await person.GetAsync("auth/totp")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A12_the_factor_goes_off_only_after_a_login_of_the_last_five_minutes_with_a_code()
    {
        var person = await studio.RegisterAsync();
        var (app, _) = await App.EnrolAsync(studio, person);
        studio.Clock.Advance(TimeSpan.FromMinutes(6));
        (await person.DeleteAsync("auth/totp")).ExpectProblem(HttpStatusCode.Forbidden, "step_up_required");
        (await StepUpAsync(null)).ExpectProblem(HttpStatusCode.Forbidden, "second_factor_required");
        (await StepUpAsync(app.WrongCode())).ExpectProblem(HttpStatusCode.Forbidden, "wrong_code");

        (await StepUpAsync(app.NextCode())).Expect(HttpStatusCode.NoContent);
        (await person.DeleteAsync("auth/totp")).Expect(HttpStatusCode.NoContent);

        (await LoginAsync(person)).Expect(HttpStatusCode.OK);

        Task<Answer> StepUpAsync(string? code) =>
            person.PostAsync("auth/step-up", new { password = StudioFactory.Password, code });
    }

    [Fact]
    public async Task The_secret_is_sealed_in_the_database_and_no_code_is_there()
    {
        var person = await studio.RegisterAsync();
        var enrolment = (await person.PostAsync("auth/totp")).Expect(HttpStatusCode.OK);
        var (_, codes) = await App.EnrolAsync(studio, person);

        await using var read = studio.Database.CreateCommand(
            "select encode(sealed_secret, 'hex') from identity.factor where user_id = $1"
        );
        read.Parameters.AddWithValue(person.Id);
        var stored = (string)(await read.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal((12 + 16 + 20) * 2, stored.Length); // nonce, tag, cipher
        Assert.Equal(32, enrolment["secret"]!.GetValue<string>().Length);
        Assert.All(codes, code => Assert.Equal(19, code.Length));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(studio.DataFolder, "factor-keys.json"))
        );
    }

    private async Task<string> ChallengeAsync(Person person)
    {
        var answer = await LoginAsync(person);
        answer.ExpectProblem(HttpStatusCode.Unauthorized, "second_factor_required");
        return answer.Body!["challenge"]!.GetValue<string>();
    }

    private Task<Answer> LoginAsync(Person person) =>
        PostAsync("auth/login", new { email = person.Email, password = StudioFactory.Password });

    private Task<Answer> FinishAsync(string challenge, string code) =>
        PostAsync("auth/login/factor", new { challenge, code });

    private Task<Answer> PostAsync(string path, object body) => studio.Stranger.AskAsync(HttpMethod.Post, path, body);
}

using System.Net;
using Atelier.Identity.Sessions;
using Atelier.Platform.Http;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Atelier.Identity;

/// <summary>A studio with a route that asks for a login of a moment ago.</summary>
public sealed class GraveStudio : StudioFactory
{
    internal override void Extend(WebApplication app) =>
        app.MapPost("/api/v1/grave", () => TypedResults.NoContent())
            .RequireAuthorization()
            .RequireRecentLogin()
            .WithMetadata(AccessRule.SignedIn);
}

public sealed class StepUpTests(GraveStudio studio) : IClassFixture<GraveStudio>
{
    [Fact]
    public async Task A12_what_is_grave_needs_a_login_of_the_last_five_minutes()
    {
        var person = await studio.RegisterAsync();
        (await person.PostAsync("grave")).Expect(HttpStatusCode.NoContent);

        studio.Clock.Advance(TimeSpan.FromMinutes(5));

        (await person.PostAsync("grave")).ExpectProblem(HttpStatusCode.Forbidden, "step_up_required");
    }

    [Fact]
    public async Task A12_the_password_makes_the_session_fresh_again_and_a_wrong_one_does_not()
    {
        var person = await studio.RegisterAsync();
        var elsewhere = await studio.SignInAgainAsync(person);
        studio.Clock.Advance(TimeSpan.FromMinutes(6));

        var wrong = await person.PostAsync("auth/step-up", new { password = "not the password" });
        wrong.ExpectProblem(HttpStatusCode.Forbidden, "wrong_password");
        (await person.PostAsync("grave")).ExpectProblem(HttpStatusCode.Forbidden, "step_up_required");
        (await person.PostAsync("auth/step-up", new { password = StudioFactory.Password })).Expect(
            HttpStatusCode.NoContent
        );

        (await person.PostAsync("grave")).Expect(HttpStatusCode.NoContent);
        (await elsewhere.PostAsync("grave")).ExpectProblem(HttpStatusCode.Forbidden, "step_up_required");
    }
}

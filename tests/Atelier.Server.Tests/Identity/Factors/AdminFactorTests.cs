using System.Net;
using Atelier.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Identity.Factors;

/// <summary>A studio in which admins need a second factor.</summary>
public sealed class StrictStudio : StudioFactory
{
    internal override void Adjust(WebApplicationBuilder builder) =>
        builder.Services.Configure<IdentityOptions>(identity => identity.AdminsNeedSecondFactor = true);
}

public sealed class AdminFactorTests(StrictStudio studio) : IClassFixture<StrictStudio>
{
    [Fact]
    public async Task An_admin_without_a_factor_can_do_nothing_but_switch_one_on()
    {
        var admin = await studio.RegisterAsync("admin");
        (await admin.GetAsync("users")).ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
        (await admin.GetAsync("books")).ExpectProblem(HttpStatusCode.Forbidden, "insufficient_scope");
        (await admin.GetAsync("auth/me")).Expect(HttpStatusCode.OK);

        await App.EnrolAsync(studio, admin);

        studio.Clock.Advance(TimeSpan.FromSeconds(2));
        (await admin.GetAsync("users")).Expect(HttpStatusCode.OK);
        (await admin.DeleteAsync("auth/totp")).ExpectProblem(HttpStatusCode.Conflict, "factor_required");
    }

    [Fact]
    public async Task Other_people_are_not_asked_for_one() =>
        (await (await studio.RegisterAsync()).GetAsync("books")).Expect(HttpStatusCode.OK);
}

using Atelier.Jobs;
using Microsoft.AspNetCore.Builder;

namespace Atelier.Identity.Access;

/// <summary>A studio that takes orders and works on none, so that a thing stays as it is while others try it.</summary>
public sealed class QuietStudio : JobStudio
{
    internal override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Configuration["Atelier:Role"] = "web";
    }
}

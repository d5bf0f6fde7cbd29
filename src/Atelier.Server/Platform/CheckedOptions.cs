using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Atelier.Platform;

/// <summary>Options that stop the start when they are wrong, with the key to change in the message.</summary>
internal static class CheckedOptions
{
    public static OptionsBuilder<T> AddCheckedOptions<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddSingleton<IValidateOptions<T>>(new Check<T>(section));
        return services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
    }

    private sealed class Check<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var wrong = new List<ValidationResult>();
            if (
                Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true)
            )
                return ValidateOptionsResult.Success;
            return ValidateOptionsResult.Fail(
                wrong.Select(result => $"{section}:{string.Join(", ", result.MemberNames)}: {result.ErrorMessage}")
            );
        }
    }
}

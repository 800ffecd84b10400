using Microsoft.Extensions.Options;
using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.DependencyInjection;

/// <summary>
/// Checks ranges and tokens at the start, and names the setting. A missing token is no fault: sellers may come at run time. A later change
/// of the configuration is taken as it is: tokens are all that is read again, and one seller's bad token must not stop the others.
/// </summary>
internal sealed class WildberriesOptionsValidator : IValidateOptions<WildberriesOptions>
{
    private static readonly WildberriesOptionsRangeValidator Ranges = new();

    private volatile bool _started;

    public ValidateOptionsResult Validate(string? name, WildberriesOptions options)
    {
        if (_started)
            return ValidateOptionsResult.Success;

        var failures = new List<string>();

        // The name becomes the first part of what is named: Wildberries:Retry:MaxRetries.
        if (Ranges.Validate("Wildberries", options) is { Failed: true } ranges)
            failures.AddRange(ranges.Failures);
        if (options.Retry is null)
            failures.Add("Wildberries:Retry must not be null; to switch repeats off, set Wildberries:Retry:MaxRetries to 0.");
        if (options.EmulatorAddress is { } emulator && !(emulator.IsAbsoluteUri && emulator.IsLoopback && IsHttp(emulator)))
            failures.Add("Wildberries:EmulatorAddress must be a loopback address, for example http://127.0.0.1:5000.");
        if (options.Proxy is { } proxy && !(proxy.IsAbsoluteUri && (IsHttp(proxy) || proxy.Scheme.StartsWith("socks", StringComparison.Ordinal))))
            failures.Add("Wildberries:Proxy must be an absolute address, for example http://proxy.local:3128.");
        CheckSeller(options, "Wildberries", failures);
        foreach ((string seller, WildberriesSellerOptions sellerOptions) in options.Sellers)
            CheckSeller(sellerOptions, $"Wildberries:Sellers:{seller}", failures);
        _started = failures.Count == 0;
        return _started ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    public static void ThrowIfInvalid(WildberriesOptions options)
    {
        if (new WildberriesOptionsValidator().Validate(null, options) is { Failed: true } result)
            throw new OptionsValidationException(Options.DefaultName, typeof(WildberriesOptions), result.Failures);
    }

    /// <summary>The same for settings that are given in code: the first fault is thrown.</summary>
    public static void ThrowIfUnusable(WildberriesSellerOptions seller)
    {
        if (seller.CredentialsProvider is null)
        {
            if (string.IsNullOrWhiteSpace(seller.Token))
                throw new ArgumentException("There is neither a token nor a credentials provider.", nameof(seller));
            _ = new WildberriesCredentials(seller.Token);
        }

        var failures = new List<string>();
        CheckSeller(seller, nameof(seller), failures);
        if (failures.Count > 0)
            throw new ArgumentException(failures[0], nameof(seller));
    }

    private static void CheckSeller(WildberriesSellerOptions? seller, string setting, List<string> failures)
    {
        if (seller is null)
        {
            failures.Add($"{setting} must not be null.");
            return;
        }

        if (!Enum.IsDefined(seller.Environment))
            failures.Add($"{setting}:Environment must be Production or Sandbox.");
        if (seller.CredentialsProvider is not null)
            return;
        if (seller.NextClientSecret is not null && seller.ClientSecret is null)
            failures.Add($"{setting}:NextClientSecret follows {setting}:ClientSecret, which is not set.");
        if (seller.NextClientSecret is null != seller.NextClientSecretFrom is null)
            failures.Add($"{setting}:NextClientSecret and {setting}:NextClientSecretFrom go together.");
        if (string.IsNullOrWhiteSpace(seller.Token))
            return;
        int before = failures.Count;
        CheckCredentials(seller, seller.ClientSecret, $"{setting}:ClientSecret", setting, failures);
        if (failures.Count == before && seller.NextClientSecret is not null)
            CheckCredentials(seller, seller.NextClientSecret, $"{setting}:NextClientSecret", setting, failures);
    }

    private static void CheckCredentials(
        WildberriesSellerOptions seller, string? clientSecret, string secretSetting, string setting, List<string> failures)
    {
        try
        {
            WildberriesToken token = new WildberriesCredentials(seller.Token!, clientSecret).Token;
            if (token.IsTest != (seller.Environment == WildberriesEnvironment.Sandbox))
            {
                failures.Add(token.IsTest
                    ? $"{setting}:Token is a test token, which works in the sandbox only: set {setting}:Environment to Sandbox."
                    : $"{setting}:Token is not a test token, and the sandbox takes no other.");
            }
        }
        catch (FormatException exception)
        {
            failures.Add($"{setting}:Token: {exception.Message}");
        }
        catch (ArgumentException exception)
        {
            failures.Add($"{secretSetting}: {exception.Message}");
        }
    }

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
}

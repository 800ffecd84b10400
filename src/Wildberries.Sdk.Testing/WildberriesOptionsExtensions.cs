namespace Wildberries.Sdk.Testing;

/// <summary>Points the SDK at an emulator.</summary>
public static class WildberriesOptionsExtensions
{
    /// <summary>Sends all requests to the emulator, and takes a token of the emulator's if no other was given.</summary>
    /// <param name="options">The options.</param>
    /// <param name="emulator">The emulator.</param>
    /// <returns>The same options.</returns>
    public static WildberriesOptions UseEmulator(this WildberriesOptions options, WildberriesEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(emulator);
        options.EmulatorAddress = emulator.Address;
        options.Emulator = emulator;
        if (string.IsNullOrWhiteSpace(options.Token) && options.CredentialsProvider is null)
            options.Token = emulator.CreateToken();
        return options;
    }
}

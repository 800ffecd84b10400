using System.Runtime.CompilerServices;

namespace Wildberries.Sdk.Http;

/// <summary>The client that an interface was taken from: whose calls it makes, and where they go. Only of areas that need it (<see cref="ApiRegistration.NotesOrigin"/>).</summary>
/// <param name="Seller">The seller.</param>
/// <param name="Address">The address of the interface's host, or of its place on an emulator.</param>
internal sealed record ClientOrigin(Seller Seller, Uri Address)
{
    // By stub, for a stub is generated and keeps nothing.
    private static readonly ConditionalWeakTable<object, ClientOrigin> Origins = [];

    /// <summary>What the client shares with others.</summary>
    public required WildberriesRuntime Runtime { get; init; }

    /// <summary>The options of the client's calls.</summary>
    public required WildberriesCallOptions Options { get; init; }

    public static void Note(object api, ClientOrigin origin) => Origins.Add(api, origin);

    /// <summary>The origin; <see langword="null"/> for an interface that comes from no client, as in a test.</summary>
    public static ClientOrigin? Of(object api) => Origins.TryGetValue(api, out ClientOrigin? origin) ? origin : null;
}

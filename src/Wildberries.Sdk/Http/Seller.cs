using Wildberries.Sdk.Authentication;

namespace Wildberries.Sdk.Http;

/// <summary>Whose calls a client makes: shared by the client and its views.</summary>
internal sealed record Seller(IWildberriesCredentialsProvider CredentialsProvider, WildberriesEnvironment Environment);

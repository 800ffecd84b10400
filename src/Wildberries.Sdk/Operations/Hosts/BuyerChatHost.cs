namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Chat with buyers: <c>buyer-chat-api</c>.</summary>
[WildberriesApi("https://buyer-chat-api.wildberries.ru")]
public static class BuyerChatHost;

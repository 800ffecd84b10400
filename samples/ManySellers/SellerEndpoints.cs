using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Errors;

namespace ManySellers;

/// <summary>Sellers come and go while the program runs, and each is asked with its own token.</summary>
internal static class SellerEndpoints
{
    public static void MapSellers(this WebApplication app)
    {
        app.MapGet("/", Describe);
        RouteGroupBuilder sellers = app.MapGroup("/sellers");
        sellers.MapGet("/", ListAsync);
        sellers.MapPut("/{name:length(1,64)}", SetAsync);
        sellers.MapDelete("/{name}", RemoveAsync);
        sellers.MapGet("/{name}/shop", GetShopAsync);
        sellers.MapGet("/{name}/chats", GetChatsAsync);
    }

    private static string Describe(HttpRequest request, [FromServices] DemoShops? demo = null) =>
        $$"""
        GET    /sellers
        PUT    /sellers/NAME         {"token":"..."}
        DELETE /sellers/NAME
        GET    /sellers/NAME/shop
        GET    /sellers/NAME/chats
        GET    /health

        To add a seller:
        curl -X PUT {{request.Scheme}}://{{request.Host}}/sellers/garden -H 'Content-Type: application/json' -d '{"token":"{{demo?.TokenToTry ?? "..."}}"}'

        """;

    private static async Task<IEnumerable<SellerView>> ListAsync(SellerTokens tokens, CancellationToken cancellationToken) =>
        (await tokens.ListAsync(cancellationToken)).Select(row => new SellerView(row.Name, row.Description, row.ExpiresAt));

    private static async Task<Results<Ok<SellerView>, ProblemHttpResult>> SetAsync(
        string name, NewToken body, SellerTokens tokens, SellerClients clients, TimeProvider clock, CancellationToken cancellationToken)
    {
        // The text of the token goes neither into the answer nor into the log.
        if (!WildberriesToken.TryParse(body.Token, out WildberriesToken? token))
            return TypedResults.Problem("This is not a WB token.", statusCode: StatusCodes.Status400BadRequest);
        if (token.IsExpired(clock))
            return TypedResults.Problem($"The token has expired: {token}.", statusCode: StatusCodes.Status400BadRequest);
        if (!token.Allows(TokenCategory.BuyersChat))
            return TypedResults.Problem($"The token does not open chats with buyers: {token}.", statusCode: StatusCodes.Status400BadRequest);

        // Anybody can write a seller's id into a token. WB's answer is the proof.
        SellerInfo seller;
        try
        {
            seller = await clients.Create(body.Token!, token).Common.GetSellerInfoAsync(cancellationToken);
        }
        catch (WildberriesUnauthorizedException)
        {
            return TypedResults.Problem("WB does not take this token.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await tokens.TrySetAsync(name, seller.Sid, body.Token!, token, cancellationToken)
            ? TypedResults.Ok(new SellerView(name, token.ToString(), token.ExpiresAt))
            : TypedResults.Problem("This name is another seller's.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<Results<NoContent, NotFound>> RemoveAsync(string name, SellerTokens tokens, CancellationToken cancellationToken) =>
        await tokens.RemoveAsync(name, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<Ok<ShopView>, NotFound>> GetShopAsync(string name, SellerClients clients, CancellationToken cancellationToken)
    {
        if (await clients.FindAsync(name, cancellationToken) is not { } wb)
            return TypedResults.NotFound();
        SellerInfo seller = await wb.Common.GetSellerInfoAsync(cancellationToken);
        return TypedResults.Ok(new ShopView(seller.Name, seller.TradeMark));
    }

    private static async Task<Results<Ok<List<ChatView>>, NotFound>> GetChatsAsync(
        string name, SellerClients clients, CancellationToken cancellationToken)
    {
        if (await clients.FindAsync(name, cancellationToken) is not { } wb)
            return TypedResults.NotFound();
        ChatsResponse chats = await wb.BuyerChat.GetChatsAsync(cancellationToken);

        // What a page needs, and not the whole answer: its ReplySign lets its holder write to the buyer.
        return TypedResults.Ok(chats.Result.Select(chat => new ChatView(chat.ChatId, chat.ClientName, chat.LastMessage?.Text)).ToList());
    }

    internal sealed record NewToken(string? Token);

    internal sealed record SellerView(string Name, string Token, DateTimeOffset? ExpiresAt);

    internal sealed record ShopView(string? Name, string? TradeMark);

    internal sealed record ChatView(string? ChatId, string? Buyer, string? LastMessage);
}

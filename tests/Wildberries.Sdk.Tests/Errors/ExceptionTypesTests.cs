using System.Net;
using System.Reflection;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Tests.Errors;

public sealed class ExceptionTypesTests
{
    public static TheoryData<Type> Types =>
        new(typeof(WildberriesApiException).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception))
            // Of a store of states WB knows nothing.
            && type != typeof(Sdk.State.WildberriesStateConflictException)));

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_exception_can_be_constructed_by_a_user_and_has_the_one_base(Type type)
    {
        var cause = new IOException("cause");
        var plain = Assert.IsType<WildberriesApiException>(Activator.CreateInstance(type, "what happened"), exactMatch: false);
        var caused = Assert.IsType<WildberriesApiException>(Activator.CreateInstance(type, "what happened", cause), exactMatch: false);

        Assert.Equal("what happened", plain.Message);
        Assert.Null(plain.InnerException);
        Assert.Same(cause, caused.InnerException);
        Assert.Empty(plain.Errors);
        Assert.Null(plain.StatusCode);
        Assert.Null(plain.RateLimit);
        Assert.Equal(Delivery.Unknown, plain.Delivery);
        Assert.True(type == typeof(WildberriesApiException) || type.IsSealed);
        Assert.All(
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.DeclaringType!.Namespace == typeof(WildberriesApiException).Namespace),
            property => Assert.True(property.SetMethod?.IsPublic));
    }

    [Fact]
    public void There_is_one_type_for_each_thing_a_caller_does_differently() => Assert.Equal(15, Types.Count);

    [Fact]
    public void Every_fact_can_be_given_in_a_test()
    {
        var exception = new WildberriesRateLimitException("wait")
        {
            StatusCode = HttpStatusCode.TooManyRequests,
            Delivery = Delivery.Refused,
            Operation = "Common.GetNews",
            Title = "too many requests",
            Detail = "limited",
            Code = "c",
            RequestId = "r",
            Origin = "o",
            Timestamp = DateTimeOffset.UnixEpoch,
            Errors = ["e"],
            RateLimit = new RateLimitStatus { Limit = 3 },
            RetryAfter = TimeSpan.FromSeconds(2),
        };
        Assert.Equal(TimeSpan.FromSeconds(2), exception.RetryAfter);
        Assert.Equal("e", Assert.Single(exception.Errors));
        Assert.Equal(3, exception.RateLimit.Limit);

        var access = new WildberriesAccessException("no")
        {
            RequiredCategory = TokenCategory.Promotion,
            TokenCategories = TokenCategory.Content | TokenCategory.Prices,
            AllowedTokenKinds = TokenKinds.Personal,
            TokenType = TokenType.Base,
        };
        Assert.Equal(TokenCategory.Promotion, access.RequiredCategory);
        Assert.Equal(TimeSpan.FromSeconds(9), new WildberriesTimeoutException("late") { Timeout = TimeSpan.FromSeconds(9) }.Timeout);
    }

    [Fact]
    public void Errors_are_never_null() => Assert.Empty(new WildberriesApiException("x") { Errors = null! }.Errors);
}

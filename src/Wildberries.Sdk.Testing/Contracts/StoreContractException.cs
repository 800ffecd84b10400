namespace Wildberries.Sdk.Testing.Contracts;

/// <summary>A store does not keep its contract; the message says what it did and what it should have done.</summary>
public sealed class StoreContractException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What is wrong with the store.</param>
    public StoreContractException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What is wrong with the store.</param>
    /// <param name="innerException">What the store threw, or <see langword="null"/>.</param>
    public StoreContractException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

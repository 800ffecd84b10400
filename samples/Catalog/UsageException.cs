namespace Catalog;

/// <summary>What the user has to put right: a file, a folder, the token. The message is for the user.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);

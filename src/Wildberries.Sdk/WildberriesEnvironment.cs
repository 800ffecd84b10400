namespace Wildberries.Sdk;

/// <summary>Which of WB's installations a client talks to.</summary>
public enum WildberriesEnvironment
{
    /// <summary>The real shop.</summary>
    Production = 0,

    /// <summary>WB's sandbox hosts: test tokens only, generated data, one request a second per category.</summary>
    Sandbox = 1,
}

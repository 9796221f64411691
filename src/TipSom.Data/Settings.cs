namespace TipSom.Data;

/// <summary>The names of the settings an installation gives; docker-compose.yml is tested against them.</summary>
public static class Settings
{
    /// <summary>Connection string <c>ConnectionStrings:TipSom</c>, as tipsom_app: serves requests. Without it, Development starts a server of its own.</summary>
    public const string AppConnection = "TipSom";

    /// <summary>Connection string <c>ConnectionStrings:TipSomOwner</c>, as tipsom_owner: read by <c>--migrate</c> only.</summary>
    public const string OwnerConnection = "TipSomOwner";

    /// <summary>32 bytes in base 64: signs the context that row-level security trusts.</summary>
    public const string ContextKey = "TipSom:ContextKey";

    /// <summary>32 bytes in base 64: wraps the keys of encrypted records.</summary>
    public const string MasterKey = "TipSom:MasterKey";
}

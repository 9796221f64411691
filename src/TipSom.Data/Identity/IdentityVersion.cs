using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace TipSom.Data.Identity;

/// <summary>The version of Identity's own schema: the third has passkeys.</summary>
internal static class IdentityVersion
{
    public static readonly Version Number = IdentitySchemaVersions.Version3;

    /// <summary>Says so where a context is made without the program's services: for migrations, and by the owner.</summary>
    public static readonly IServiceProvider Services =
        new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = Number).BuildServiceProvider();
}

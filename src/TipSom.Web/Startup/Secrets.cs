using Microsoft.Extensions.FileProviders;

namespace TipSom.Web.Startup;

/// <summary>
/// Settings that come as files, one a setting, named like the variable of the environment (<c>TipSom__ContextKey</c>): the form in which
/// systemd, Docker and the clients of vaults hand over secrets. Who may list processes then reads none.
/// </summary>
public static class Secrets
{
    /// <summary>Setting: the folder of these files. What systemd hands over is read without it.</summary>
    public const string Folder = "TipSom:SecretsFolder";

    public static WebApplicationBuilder AddTipSomSecrets(this WebApplicationBuilder builder)
    {
        string?[] folders = [Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY"), builder.Configuration[Folder]];
        foreach (var folder in folders.OfType<string>().Where(f => f.Length > 0))
        {
            if (!Directory.Exists(folder))
                throw new InvalidOperationException($"{folder}, named by {Folder} or by systemd, is no folder that this program can read.");
            builder.Configuration.AddKeyPerFile(o =>
            {
                o.FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder));
                // Others lie there too, such as the ring of master keys, which is no setting.
                o.IgnoreCondition = name => !name.Contains("__", StringComparison.Ordinal);
            });
        }

        return builder;
    }
}

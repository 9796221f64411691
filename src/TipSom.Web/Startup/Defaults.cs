namespace TipSom.Web.Startup;

public static class Defaults
{
    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];

    /// <summary>Checks every service at start, and serves a clean clone at the address the documentation names.</summary>
    public static WebApplicationBuilder UseTipSomDefaults(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateOnBuild, o.ValidateScopes) = (true, true));
        var isConfigured = AddressKeys.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (builder.Environment.IsDevelopment() && !isConfigured)
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        return builder;
    }
}

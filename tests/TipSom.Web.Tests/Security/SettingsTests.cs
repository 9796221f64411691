using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using TipSom.Web.Startup;

namespace TipSom.Web.Tests.Security;

/// <summary>Secrets that come as files, and lines to other machines.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tipsom-secrets").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_secret_comes_as_a_file_and_what_is_no_setting_is_left_alone()
    {
        File.WriteAllText(Path.Combine(folder, "TipSom__ContextKey"), "from a file\n");
        File.WriteAllText(Path.Combine(folder, "tipsom-master-keys"), "first AAAA");
        var builder = Production((Secrets.Folder, folder), ("TipSom:ContextKey", "from the environment"));

        builder.AddTipSomSecrets();

        Assert.Equal("from a file", builder.Configuration["TipSom:ContextKey"]);
        Assert.Null(builder.Configuration["tipsom-master-keys"]);
    }

    [Fact]
    public void A_folder_of_secrets_that_is_not_there_stops_the_start() =>
        Assert.Contains("is no folder", Assert.Throws<InvalidOperationException>(() => Production((Secrets.Folder, folder + "-gone")).AddTipSomSecrets()).Message);

    [Theory]
    [InlineData("mail.example", false, "", false)]
    [InlineData("mail.example", true, "", true)]
    [InlineData("127.0.0.1", false, "", true)]
    [InlineData("localhost", false, "", true)]
    [InlineData("mail", false, "clamd; mail", true)]
    [InlineData("mail.example", false, "mail", false)]
    public void Mail_leaves_this_machine_encrypted_or_not_at_all(string host, bool tls, string onThisMachine, bool starts)
    {
        var builder = Production(
            ("Mail:Host", host), ("Mail:UseTls", $"{tls}"), ("Mail:From", "portal@tipsom.test"), ("Mail:PublicUrl", "https://tipsom.test"), (Lines.OnThisMachine, onThisMachine));

        var refused = Record.Exception(() => builder.AddTipSomMail());

        Assert.Equal(starts, refused is null);
        Assert.Contains(starts ? "" : "Mail:Host leads to another machine over a line that is not encrypted. Set Mail:UseTls.", refused?.Message ?? "");
    }

    [Theory]
    [InlineData("scanner.example", "", false)]
    [InlineData("127.0.0.1", "", true)]
    [InlineData("clamd", "clamd", true)]
    public void Documents_go_to_a_scanner_on_this_machine_only(string host, string onThisMachine, bool starts)
    {
        var builder = Production(("Scanner:Host", host), (Lines.OnThisMachine, onThisMachine));

        Assert.Equal(starts, Record.Exception(() => builder.AddTipSomScanner()) is null);
    }

    [Fact]
    public void A_developer_may_do_without()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration["Scanner:Host"] = "scanner.example";

        builder.AddTipSomScanner();
    }

    private static WebApplicationBuilder Production(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        return builder;
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using TipSom.Data.Encryption;
using TipSom.TestSupport;
using TipSom.Web.Startup;

namespace TipSom.Web.Tests.Security;

/// <summary>With a wrong key, or none, nothing is served; and the commands for the keys.</summary>
public sealed class MasterKeyStartTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string Other = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task A_portal_with_another_master_key_does_not_start()
    {
        await using var portal = new Portal(database) { Settings = new Dictionary<string, string> { ["TipSom:MasterKey"] = Other } };

        var refused = Assert.Throws<MasterKeyException>(() => portal.CreateClient());

        Assert.StartsWith("The master keys of this portal do not open this database: purpose_keys are sealed under the master key with the id", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "", "", "TipSom:MasterKey is not set.")]
    [InlineData("Production", "nonsense", "", "TipSom:MasterKey is not 32 bytes in base 64.")]
    [InlineData("Production", "", "Vault", "TipSom:Keys:Source is one of Environment, File, Credential and Command.")]
    [InlineData("Production", "", "File", "TipSom:Keys:Source is File, but TipSom:Keys:File is not set.")]
    [InlineData("Production", "", "Command", "TipSom:Keys:Source is Command, but TipSom:Keys:Command is not set.")]
    [InlineData("Production", "", "Credential", "TipSom:Keys:Source is Credential, but systemd hands over no credential: CREDENTIALS_DIRECTORY is not set.")]
    [InlineData("Development", "KEY", "File", "TipSom:Keys:Source is File, and TipSom:MasterKey is set as well. Take one of them away.")]
    public async Task What_is_wrong_with_the_settings_is_said_before_anything_starts(string environment, string key, string source, string sentence)
    {
        await using var portal = new Portal(database)
        {
            Environment = environment,
            Settings = new Dictionary<string, string> { ["TipSom:MasterKey"] = key == "KEY" ? Other : key, ["TipSom:Keys:Source"] = source }
        };

        Assert.StartsWith(sentence, Assert.Throws<MasterKeyException>(() => portal.CreateClient()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_change_the_key_and_the_doctor_says_when_the_old_one_can_go()
    {
        var folder = Directory.CreateTempSubdirectory("tipsom-commands").FullName;
        var file = Path.Combine(folder, "keys");
        await File.WriteAllTextAsync(file, $"first {Convert.ToBase64String(TestKeys.Master)}\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            Assert.Null(await RunAsync(file));
            Assert.Equal(0, await RunAsync(file, "--check-keys"));
            Assert.Equal(0, await RunAsync(file, "--new-master-key"));
            Assert.Equal(2, new FileKeys(file).Read().Keys.Count);
            Assert.Equal(0, await RunAsync(file, "--rewrap-keys"));
            await File.WriteAllTextAsync(file, (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))[0], TestContext.Current.CancellationToken);
            Assert.Equal(0, await RunAsync(file, "--check-keys"));
            // With a key that opens nothing the doctor finds everything broken, and re-wrapping refuses to begin.
            await File.WriteAllTextAsync(file, $"other {Other}\n", TestContext.Current.CancellationToken);
            Assert.Equal(1, await RunAsync(file, "--check-keys"));
            Assert.Equal(1, await RunAsync(file, "--rewrap-keys"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<int?> RunAsync(string file, params string[] asked)
    {
        var builder = WebApplication.CreateBuilder(
        [
            "--environment=Production", $"--ConnectionStrings:TipSomOwner={database.OwnerConnectionString}", "--TipSom:Keys:Source=File", $"--TipSom:Keys:File={file}"
        ]);
        return KeyCommands.RunAsync(builder, asked);
    }
}

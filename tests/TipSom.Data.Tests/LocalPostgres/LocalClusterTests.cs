using System.Diagnostics;
using System.Globalization;
using Npgsql;
using TipSom.Data.LocalPostgres;

namespace TipSom.Data.Tests.LocalPostgres;

public sealed class LocalClusterTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly string home = Directory.CreateTempSubdirectory("tipsom-test-").FullName;
    private readonly List<string> said = [];

    private string DataDirectory => Path.Combine(home, "postgres");

    private Task<LocalCluster> StartAsync() =>
        LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = DataDirectory }, said.Add, Cancellation);

    public LocalClusterTests()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(home, (UnixFileMode)0b111_101_101);
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public async Task Data_are_there_again_after_a_restart()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first.OwnerConnectionString, "create table kept (word text); insert into kept values ('پناہ')");
        await using var second = await StartAsync();
        Assert.Equal("پناہ", await AskAsync(second.OwnerConnectionString, "select word from kept"));
        Assert.Empty(said);
    }

    [Fact]
    public async Task Durable_data_survive_a_power_cut_and_speak_every_language()
    {
        await using var cluster = await StartAsync();
        foreach (var setting in (string[])["fsync", "full_page_writes", "synchronous_commit", "data_checksums"])
            Assert.Equal("on", await AskAsync(cluster.SuperuserConnectionString, $"show {setting}"));
        Assert.Equal("i und UTF8", await AskAsync(cluster.SuperuserConnectionString,
            "select format('%s %s %s', datlocprovider, daticulocale, pg_encoding_to_char(encoding)) from pg_database where datname = current_database()"));
    }

    [Fact]
    public async Task Only_this_machine_and_this_user_can_reach_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has a port of 127.0.0.1 and passwords instead.");
        await using var cluster = await StartAsync();
        Assert.Equal("", await AskAsync(cluster.SuperuserConnectionString, "show listen_addresses"));
        var socket = new NpgsqlConnectionStringBuilder(cluster.AppConnectionString).Host!;
        Assert.True(socket.Length < 50, "107 bytes is the limit of a socket's whole path");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(socket).UnixFileMode);
    }

    [Fact]
    public async Task A_killed_program_leaves_no_server_and_the_next_start_works()
    {
        using var host = await HostToKill.StartAsync(DataDirectory, Cancellation);
        var server = ServerProcess();
        host.Kill();
        // At once, while the server of the killed program is still stopping.
        await using (var next = await StartAsync())
            Assert.Equal("1", await AskAsync(next.AppConnectionString, "select 1"));
        await GoneAsync(server);

        using var another = await HostToKill.StartAsync(DataDirectory, Cancellation);
        server = ServerProcess();
        another.Kill();
        await GoneAsync(server);
    }

    [Fact]
    public async Task A_server_left_over_from_a_program_killed_with_its_supervisor_is_stopped_first()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Finding the supervisor takes /proc.");
        using var host = await HostToKill.StartAsync(DataDirectory, Cancellation);
        using var leftover = Process.GetProcessById(ServerProcess());
        var socket = (await File.ReadAllLinesAsync(ServerMark, Cancellation))[4];
        var supervisor = ParentOf(leftover.Id);
        // The supervisor first: it stops the server when the child that waits for the program is gone.
        foreach (var process in Process.GetProcesses()
            .Where(p => p.Id == supervisor || (ParentOf(p.Id) == supervisor && p.Id != leftover.Id)).OrderBy(p => p.Id != supervisor).ToList())
            process.Kill();
        host.Kill();
        await host.WaitForExitAsync(Cancellation);
        Assert.False(leftover.HasExited);
        await using var next = await StartAsync();
        Assert.NotEqual(leftover.Id, ServerProcess());
        await GoneAsync(leftover.Id);
        Assert.False(Directory.Exists(socket));
    }

    [Fact]
    public async Task The_mark_of_a_server_long_gone_does_not_matter_even_if_its_number_is_somebody_elses_now()
    {
        await using (await StartAsync())
        {
        }
        await File.WriteAllTextAsync(ServerMark, $"{Environment.ProcessId}\n", Cancellation);
        await using var next = await StartAsync();
        Assert.Equal("1", await AskAsync(next.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_second_program_on_the_same_data_is_refused_with_a_sentence()
    {
        await using var first = await StartAsync();
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(StartAsync);
        Assert.Equal(
            $"Another TipSom is running with the data in {DataDirectory}: stop it first, or give this one its own database in ConnectionStrings__TipSom.",
            refusal.Message);
        Assert.Equal("1", await AskAsync(first.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task Data_of_a_version_that_is_not_installed_are_refused_with_a_sentence()
    {
        await using (await StartAsync())
        {
        }
        await File.WriteAllTextAsync(Path.Combine(DataDirectory, "data", "PG_VERSION"), "99\n", Cancellation);
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(StartAsync);
        Assert.StartsWith("The data were made by PostgreSQL 99", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why()
    {
        await using (await StartAsync())
        {
        }
        File.Delete(Path.Combine(DataDirectory, "data", "PG_VERSION"));
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(StartAsync);
        Assert.Contains("holds no PostgreSQL data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throwaway_cluster_leaves_nothing()
    {
        string data, socket;
        await using (var cluster = await LocalCluster.StartAsync(new LocalClusterOptions(), said.Add, Cancellation))
        {
            data = await AskAsync(cluster.SuperuserConnectionString, "show data_directory");
            socket = new NpgsqlConnectionStringBuilder(cluster.AppConnectionString).Host!;
            Assert.Equal("off", await AskAsync(cluster.SuperuserConnectionString, "show fsync"));
            Assert.True(Directory.Exists(data));
        }
        Assert.False(Directory.Exists(Path.GetDirectoryName(data)));
        Assert.False(Directory.Exists(socket));
    }

    [Fact]
    public async Task A_signal_to_the_programs_process_group_does_not_reach_the_server()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reading process groups takes /proc.");
        await using var cluster = await LocalCluster.StartAsync(new LocalClusterOptions(), said.Add, Cancellation);
        var data = await AskAsync(cluster.SuperuserConnectionString, "show data_directory");
        var server = int.Parse(File.ReadLines(Path.Combine(data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        foreach (var process in (int[])[server, ParentOf(server)])
            Assert.NotEqual(Stat(Environment.ProcessId, ProcessGroup), Stat(process, ProcessGroup));
    }

    [Fact]
    public async Task The_servers_log_holds_no_value_of_a_row()
    {
        await using var cluster = await StartAsync();
        await ExecuteAsync(cluster.OwnerConnectionString, "create table people (name text primary key); insert into people values ('Zarmina-in-a-row')");
        await Assert.ThrowsAsync<PostgresException>(
            () => ExecuteAsync(cluster.OwnerConnectionString, "insert into people values ('Zarmina-in-a-row')"));
        var log = await File.ReadAllTextAsync(Path.Combine(DataDirectory, "server.log"), Cancellation);
        Assert.Contains("duplicate key", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Zarmina", log, StringComparison.Ordinal);
    }

    private string ServerMark => Path.Combine(DataDirectory, "data", "postmaster.pid");

    private int ServerProcess() => int.Parse(File.ReadLines(ServerMark).First(), CultureInfo.InvariantCulture);

    // Places in /proc/PID/stat, counted from the word after the name.
    private const int Parent = 1, ProcessGroup = 2;

    private static int ParentOf(int process) => Stat(process, Parent);

    private static int Stat(int process, int place)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ')[place], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended while we were looking.
            return 0;
        }
    }

    private static async Task GoneAsync(int process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (Process.GetProcesses().Any(p => p.Id == process))
            await Task.Delay(50, patience.Token);
    }

    private static async Task ExecuteAsync(string connectionString, string sql) => await AskAsync(connectionString, sql);

    private static async Task<string> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(Cancellation), CultureInfo.InvariantCulture) ?? "";
    }
}

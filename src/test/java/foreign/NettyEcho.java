package foreign;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** An echo server and its clients, with Netty. */
public final class NettyEcho {
  private static final int CLIENTS = 5;
  private static final int BYTES = 10_000;
  private static final CountDownLatch DONE = new CountDownLatch(CLIENTS);
  private static final AtomicLong SUM = new AtomicLong();

  private static final class Client extends SimpleChannelInboundHandler<ByteBuf> {
    private int missing = BYTES;

    @Override
    public void channelActive(ChannelHandlerContext context) {
      ByteBuf bytes = Unpooled.buffer();
      for (int i = 0; i < BYTES; i++) {
        bytes.writeByte(i);
      }
      context.writeAndFlush(bytes);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
      while (bytes.isReadable()) {
        SUM.addAndGet(bytes.readUnsignedByte());
        missing--;
      }
      if (missing == 0) {
        context.close();
        DONE.countDown();
      }
    }
  }

  private static <T extends Channel> ChannelInitializer<SocketChannel> with(boolean server) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        channel
            .pipeline()
            .addLast(
                server
                    ? new ChannelInboundHandlerAdapter() {
                      @Override
                      public void channelRead(ChannelHandlerContext context, Object bytes) {
                        context.writeAndFlush(bytes);
                      }
                    }
                    : new Client());
      }
    };
  }

  public static void main(String[] args) throws Exception {
    EventLoopGroup loops = new NioEventLoopGroup(3);
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(with(true))
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    for (int i = 0; i < CLIENTS; i++) {
      new Bootstrap()
          .group(loops)
          .channel(NioSocketChannel.class)
          .handler(with(false))
          .connect((InetSocketAddress) server.localAddress())
          .sync();
    }
    DONE.await();
    loops.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).sync();
    System.out.println("sum " + SUM);
  }
}
